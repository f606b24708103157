import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { mostRevisions } from '../../shared/domain/office/period.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
});
afterAll(() => town.leave());

describe('a link in the wrong hands', () => {
  it('cannot fill the table with revisions: the last one stays, and what was typed comes back', async () => {
    const headers = {
      authorization: `Bearer ${await town.tokenOf('phong-a@so.example')}`,
      'content-type': 'application/json',
    };
    const put = (basedOn: number) => {
      const figures = { 'xuat-khau': { state: 'reported', value: String(basedOn) } };
      const body = JSON.stringify({ key: crypto.randomUUID(), basedOn, answers: { figures, outcomes: {} } });
      return fetch(`${town.address}/api/submission`, { method: 'PUT', headers, body });
    };
    for (let basedOn = 0; basedOn < mostRevisions; basedOn += 1) expect((await put(basedOn)).status).toBe(200);
    const refused = await put(mostRevisions);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ type: '/problems/too-often', status: 429 });

    const browser = browserAt(town.address);
    const form = await browser.post(await town.linkOf('phong-a@so.example'));
    const again = await browser.post('/form', {
      key: hiddenField(form, 'key'),
      basedOn: String(mostRevisions),
      'figures.xuat-khau.state': 'reported',
      'figures.xuat-khau.value': '9.999',
      act: 'confirm',
    });
    expect(again.text).toContain('value="9.999"');
    expect(again.text).toContain('tối đa 200 lần');
  });

  it('makes the head no larger, however often it is opened, and is ended by one press', async () => {
    const link = await town.linkOf('phong-b@so.example');
    const name = { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-b', shards: 1 };
    const before = await headOf(town.table, name);
    const cookies = await Promise.all(Array.from({ length: 30 }, () => town.cookieFor(link)));
    expect(new Set(cookies).size).toBe(30);
    expect(await headOf(town.table, name)).toEqual(before);

    const coordinator = await town.staffAt('tong-hop@so.example');
    await coordinator.post('/board/bao-cao-thang/2021-10/revoke', { unit: 'phong-b' });
    const asked = cookies.map(cookie => fetch(`${town.address}/form`, { headers: { cookie } }));
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([401]));
    await coordinator.post('/board/bao-cao-thang/2021-10/link', { unit: 'phong-b' });
    await town.quiet();
    expect((await browserAt(town.address).post(await town.linkOf('phong-b@so.example'))).status).toBe(200);
  });
});
