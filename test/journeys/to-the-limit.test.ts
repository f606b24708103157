import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuedFigures } from '../../shared/aws/series.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { longestAddress, longestId, longestLine } from '../aws/longest.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

/** As much as a report may ask, every name as long as it may be. */
const most = 500;
const report = longestId(0);
const code = (at: number) => longestId(1_000 + at);
const task = (at: number) => longestId(2_000 + at);
const all = Array.from({ length: most }, (_, at) => at);

/** Each tenth as long as a line may be: a letter of all such lines takes the typesetter longer than a test may. */
const lineOf = (at: number) => (at % 10 === 0 ? longestLine(at) : `Nội dung số ${at}`);

const definition: ReportDefinition = reportWith({
  id: report,
  name: longestLine(0),
  trichYeu: longestLine(1),
  addressees: [{ name: longestLine(2), mail: [longestAddress(0)] }],
  recipients: [{ id: longestId(3), line: longestLine(3), to: 'addressees', mail: [] }],
  indicators: all.map(at => ({
    ...exports,
    code: code(at),
    name: lineOf(at),
    phrase: lineOf(at),
    owner: [{ unit: 'phong-a' }],
    limits: {},
  })),
  tasks: all.map(at => ({
    id: task(at),
    text: lineOf(at),
    group: 'chung',
    owner: [{ unit: 'phong-b' }],
  })),
  wording: `${all.map(at => `- {{ so_lieu.${code(at)} }}\n\n`).join('')}{{ nhom.chung }}\n`,
});

const department: Department = { ...departmentWith(definition), name: longestLine(9) };

let town: Town;
beforeAll(async () => {
  town = await foundTown(department, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
});
afterAll(() => town.leave());

describe('a report that asks as much as one may, everything named as long as it may be,', () => {
  const figures = Object.fromEntries(all.map(at => [code(at), { state: 'reported' as const, value: String(at) }]));
  const outcomes = Object.fromEntries(all.map(at => [task(at), 'Đã xong.']));

  it('is handed in by form and by program', async () => {
    expect((await town.cookieFor(await town.linkOf('phong-a@so.example'))).length).toBeLessThan(4_096 / 8);
    const page = await town.handIn('phong-a@so.example', { figures, outcomes: {} });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Đã nhận bản nộp lần 1')]);
    const headers = {
      authorization: `Bearer ${await town.tokenOf('phong-b@so.example')}`,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ key: crypto.randomUUID(), basedOn: 0, answers: { figures: {}, outcomes } });
    const answer = await fetch(`${town.address}/api/submission`, { method: 'PUT', headers, body });
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ revision: 1 })]);
  });

  it('is told at the door of a body that Lambda does not take, though API Gateway does', async () => {
    const headers = { 'content-type': 'application/json' };
    const put = (body: string) => fetch(`${town.address}/api/submission`, { method: 'PUT', headers, body });
    const answer = await put('x'.repeat(6 * 1024 * 1024));
    expect([answer.status, await answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  it('is looked at on every page of the board, in answers that Lambda hands on', async () => {
    const coordinator = await town.staffAt('tong-hop@so.example');
    const at = `/board/${report}/2021-10`;
    for (const path of [
      '/board',
      at,
      `${at}/figures`,
      `${at}/preview`,
      `${at}/tables/chuoi.csv`,
      `/years/${report}/2021`,
    ])
      expect([path, (await coordinator.get(path)).status]).toEqual([path, 200]);
  });

  it('is compiled, filed, mailed and issued, and each figure entered', async () => {
    await town.at('2021-11-16', '16:00');
    expect((await town.period(report, '2021-10'))?.state).toBe('issued');
    expect(town.mailsTo(longestAddress(0), 'edition-1')).toHaveLength(1);
    const [issued] = await issuedFigures(town.table, report, ['2021-10']);
    expect(issued?.figures).toEqual(Object.fromEntries(all.map(at => [code(at), String(at)])));
  });
});
