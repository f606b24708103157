import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenField } from '../../infra/local/browser.ts';
import { headOf, keyOf } from '../../shared/aws/heads.ts';
import { get } from '../../shared/aws/table.ts';
import { heaviestAnswers, weightOf } from '../../shared/domain/collection/weight.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { posted } from './posted.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
let cookie: string;
let token: string;
const unit = { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 };
const ids = Array.from({ length: 8 }, (_, at) => `viec-${at}`);

beforeAll(async () => {
  const tasks = ids.map(id => ({ id, text: `Nhiệm vụ ${id}`, group: 'chung', owner: [{ unit: 'phong-a' }] }));
  const report = reportWith({ indicators: [exports], tasks });
  town = await foundTown(departmentWith(report), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  token = await town.tokenOf('phong-a@so.example');
  cookie = await town.cookieFor(await town.linkOf('phong-a@so.example'));
});
afterAll(() => town.leave());

/** Answers that take so many bytes where they are kept, of letters that take three there and nine in a form. */
function weighing(bytes: number): { outcomes: Record<string, string>; further: string } {
  const outcomes = Object.fromEntries(ids.slice(0, 6).map(id => [id, 'ệ '.repeat(5_000).trimEnd()]));
  const figures = { 'xuat-khau': { state: 'none' } };
  const all = (rest: string) => ({
    figures,
    outcomes: { ...outcomes, [ids[6] ?? '']: 'ệ '.repeat(1_000), [ids[7] ?? '']: rest },
    further: '',
  });
  const left = bytes - weightOf(all(''));
  const rest = `${'a '.repeat(Math.floor(left / 2))}${left % 2 === 1 ? 'a' : ''}`;
  return all(rest);
}

type Typed = ReturnType<typeof weighing>;
type Door = (typed: Typed, act: string) => Promise<{ status: number; text: string }>;

const fieldsOf = async ({ outcomes, further }: Typed, act: string): Promise<[string, string][]> => {
  const form = { text: await (await fetch(`${town.address}/form`, { headers: { cookie } })).text() };
  return [
    ['key', hiddenField(form, 'key')],
    ['basedOn', hiddenField(form, 'basedOn')],
    ['act', act],
    ['figures.xuat-khau.state', 'none'],
    ...Object.entries(outcomes).map(([id, text]): [string, string] => [`outcomes.${id}`, text]),
    ['further', further],
  ];
};

const posting = (body: BodyInit) => posted(town, '/form', { cookie, body });

const doors: Record<string, Door> = {
  'a form': async (typed, act) => posting(new URLSearchParams(await fieldsOf(typed, act))),
  'a form with a file': async (typed, act) => {
    const body = new FormData();
    for (const [name, value] of await fieldsOf(typed, act)) body.set(name, value);
    return posting(body);
  },
  'the API': async typed => {
    const basedOn = (await headOf(town.table, unit))?.revision ?? 0;
    const response = await fetch(`${town.address}/api/submission`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        key: randomUUID(),
        basedOn,
        answers: { figures: { 'xuat-khau': { state: 'none' } }, ...typed },
      }),
    });
    return { status: response.status, text: await response.text() };
  },
};

const ways = Object.entries(doors).flatMap(([name, door]) =>
  (name === 'the API' ? ['confirm'] : ['confirm', 'draft']).map(act => [act, name, door] as const),
);

describe('what a unit types', () => {
  it.each(ways)(
    '%s through %s: 128 KB where it is kept is taken, a byte more is not, and comes back',
    async (act, name, door) => {
      const most = await door(weighing(heaviestAnswers), act);
      expect(most.status, most.text.slice(0, 2_000)).toBe(act === 'draft' || name === 'the API' ? 200 : 303);
      const before = await get(town.table, keyOf(unit));
      const more = await door(weighing(heaviestAnswers + 1), act);
      expect(more.status).toBe(413);
      expect(more.text).toContain('tối đa 128 KB');
      if (name !== 'the API') expect(more.text).toContain('ệ ệ ệ');
      expect(await get(town.table, keyOf(unit))).toEqual(before);
    },
  );

  it('of what it is not asked, is never kept: neither as a draft nor too late', async () => {
    const typed = { outcomes: { 'viec-khac': 'của đơn vị khác' }, further: 'của mình' };
    const draft = await doors['a form']?.(typed, 'draft');
    expect(draft?.status).toBe(422);
    expect(draft?.text).toContain('của mình');
    const { pk } = keyOf(unit);
    town.setClock('2021-11-16', '15:59');
    cookie = await town.cookieFor(await town.linkOf('phong-a@so.example'));
    town.setClock('2021-11-16', '16:00');
    const late = await posting(
      new URLSearchParams([
        ['key', randomUUID()],
        ['basedOn', '0'],
        ['act', 'confirm'],
        ['outcomes.viec-khac', 'x'],
        ['further', 'của mình'],
      ]),
    );
    expect(late.text).toContain('Kỳ báo cáo đã chốt');
    expect((await get(town.table, { pk, sk: 'LATE#phong-a' }))?.answers).toBe(
      '{"figures":{},"outcomes":{},"further":"của mình"}',
    );
    expect((await get(town.table, { pk, sk: 'DRAFT#phong-a' }))?.answers).not.toContain('viec-khac');
  });
});
