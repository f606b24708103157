import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { openSession } from '../../shared/aws/sessions.ts';
import { newKey } from '../../shared/token.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
const [ofA, ofB] = ['phong-a', 'phong-b'].map(unit => `/form/bao-cao-thang/2021-10/${unit}`) as [string, string];

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
});
afterAll(() => town.leave());

const secretOf = async (unit: string) =>
  (await town.cookieFor(await town.linkOf(`${unit}@so.example`))).split('=')[1] ?? '';
const ask = (path: string, cookie: string) => fetch(town.address + path, { headers: { cookie }, redirect: 'manual' });

describe('the address and the cookie of a form', () => {
  it('name it: no cookie opens another unit’s form, under whatever name it comes', async () => {
    const secret = await secretOf('phong-a');
    expect((await ask(ofA, `__Host-phien~bao-cao-thang~2021-10~phong-a=${secret}`)).status).toBe(200);
    for (const name of ['__Host-phien~bao-cao-thang~2021-10~phong-b', '__Host-phien~bao-cao-thang~2021-10~phong-a'])
      expect((await ask(ofB, `${name}=${secret}`)).status).toBe(401);
    expect((await ask('/form/bao-cao-thang/2021-09/phong-a', `__Host-phien=${secret}`)).status).toBe(401);
    const both = `__Host-phien~bao-cao-thang~2021-10~phong-b=${secret}; __Host-phien~bao-cao-thang~2021-10~phong-c=x`;
    expect((await ask('/form', both)).status).toBe(401);
  });

  it('of before lead to it: a session, a page left open and an address of that time go on', async () => {
    const head = { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 };
    const until = town.clock.now() + 3_600_000;
    const old = `__Host-phien=${await openSession(town.table, { head, epoch: 0, until })}`;
    const places = ['/form', '/form/template', '/history', '/receipt/x'].map(async path => {
      const { status, headers } = await ask(path, old);
      return [status, headers.get('location')];
    });
    expect(await Promise.all(places)).toEqual(['', '/template', '/history', '/receipt/x'].map(at => [303, ofA + at]));
    const form = { text: await (await ask(ofA, old)).text() };
    const headers = { cookie: old, origin: town.address };
    const own = { key: hiddenField(form, 'key'), basedOn: hiddenField(form, 'basedOn'), further: 'gõ từ trước' };
    const body = new URLSearchParams({ ...own, act: 'draft' });
    const kept = await fetch(`${town.address}/form`, { method: 'POST', body, headers });
    expect(await kept.text()).toContain('Đã lưu bản nháp');
    // Beside the form of another unit that was opened since.
    const beside = `${old}; __Host-phien~bao-cao-thang~2021-10~phong-b=${await secretOf('phong-b')}`;
    expect(await (await ask(ofA, beside)).text()).toContain('gõ từ trước');
    expect(await (await ask(ofB, beside)).text()).not.toContain('gõ từ trước');
    expect(await (await ask('/form', beside)).text()).toMatch(/Phòng A: Báo cáo tháng[\s\S]*Phòng B: Báo cáo tháng/);
    const lost = await browserAt(town.address).post(ofB, { key: newKey(), basedOn: '0', further: 'chưa mất' });
    expect([lost.status, lost.text.includes('chưa mất')]).toEqual([401, true]);
  });

  it('are forgotten by a browser that holds too many, the oldest first', async () => {
    const held = Array.from({ length: 45 }, (_, at) => `__Host-phien~bao-cao-thang~${2030 + at}~phong-a`);
    const cookie = held.map(name => `${name}=x`).join('; ');
    const link = await town.linkOf('phong-a@so.example');
    const headers = { cookie, origin: town.address };
    const entered = await fetch(link, { method: 'POST', headers, redirect: 'manual' });
    const [given, ...gone] = entered.headers.getSetCookie();
    expect(given).toMatch(/^__Host-phien~bao-cao-thang~2021-10~phong-a=[\w-]{43}; Path=\/; Max-Age=43200; Secure;/);
    expect(gone.map(each => each.split('=')[0])).toEqual(held.slice(0, 6));
    expect(gone.every(each => each.includes('=; Path=/; Max-Age=0;'))).toBe(true);
  });
});
