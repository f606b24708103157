import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const address = 'tong-hop@so.example';
const period = '/board/bao-cao-thang/2021-10';
const staff = (id: string, role: 'approver' | 'clerk') => ({
  id,
  name: id,
  mail: `${id}@so.example`,
  roles: [role],
});

let town: Town;

beforeAll(async () => {
  const department = departmentWith(reportWith());
  const others = [staff('giam-doc', 'approver'), staff('van-thu', 'clerk')];
  town = await foundTown({ ...department, staff: [...department.staff, ...others] }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
});
afterAll(() => town.leave());

const linksTo = (mail: string) =>
  town.outbox.filter(({ destinations, tags }) => destinations.includes(mail) && tags.report === 'sign-in').length;

/** Asks for a link from another place of this machine's own network. */
async function askFrom(localAddress: string, mailbox: string): Promise<void> {
  const headers = { origin: town.address, 'content-type': 'application/x-www-form-urlencoded' };
  const asking = request(`${town.address}/sign-in`, { method: 'POST', localAddress, headers });
  asking.end(new URLSearchParams({ address: mailbox }).toString());
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  await town.quiet();
}

describe('signing in at the board', () => {
  it('leads who is not signed in to where they were going', async () => {
    const browser = browserAt(town.address);
    const refused = await browser.get(period);
    expect(refused.status).toBe(401);
    expect(refused.text).toContain('Gửi đường dẫn cho tôi');
    await browser.post('/sign-in', { address, to: hiddenField(refused, 'to') });
    await town.quiet();
    const board = await browser.post(await town.linkOf(address));
    expect(board.address).toBe(`${town.address}${period}`);
    expect(board.status).toBe(200);
  });

  it('serves a link once, though scanners look at it first', async () => {
    const link = await town.signInLinkOf(address);
    for (let looks = 0; looks < 3; looks += 1) expect((await browserAt(town.address).get(link)).status).toBe(200);
    expect((await browserAt(town.address).post(link)).status).toBe(200);
    const again = await browserAt(town.address).post(link);
    expect(again.status).toBe(404);
    expect(again.text).toContain('đã dùng rồi');
  });

  it('gives a link to one of two who press at the same time', async () => {
    town.setClock('2021-11-01', '09:10');
    const link = await town.signInLinkOf(address);
    const pressed = await Promise.all([1, 2, 3, 4].map(() => browserAt(town.address).post(link)));
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
  });

  it('serves a link for fifteen minutes', async () => {
    const link = await town.signInLinkOf(address);
    town.setClock('2021-11-01', '09:25');
    expect((await browserAt(town.address).post(link)).status).toBe(404);
  });

  it('takes no link for a session: its secret in the cookie opens nothing', async () => {
    const token = new URL(await town.signInLinkOf(address)).pathname.split('/').at(-1);
    const response = await fetch(`${town.address}/board`, { headers: { cookie: `__Host-can-bo=${token}` } });
    expect(response.status).toBe(401);
  });

  it('answers the same to an address nobody has, and mails it nothing', async () => {
    const ask = (who: string) => browserAt(town.address).post('/sign-in', { address: who, to: '/board' });
    const [known, unknown, nonsense] = await Promise.all([ask(address), ask('ai-do@so.example'), ask('"\r\nBcc: x')]);
    await town.quiet();
    expect(unknown).toEqual(known);
    expect(nonsense).toEqual(known);
    expect(linksTo('ai-do@so.example')).toBe(0);
  });

  it('answers an address nobody has no sooner than one it has something to write for', async () => {
    town.setClock('2021-11-01', '12:00');
    for (const who of ['ai-do@so.example', address]) {
      const asked = performance.now();
      await browserAt(town.address).post('/sign-in', { address: who });
      expect(performance.now() - asked).toBeGreaterThan(240);
    }
    await town.quiet();
  });

  it('leads nowhere but to the board', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/form', '/board/../form', 'javascript:alert(1)']) {
      const { text } = await browserAt(town.address).get(`/sign-in?to=${encodeURIComponent(to)}`);
      expect(text).toContain('name="to" value="/board"');
    }
  });

  it('floods nobody’s mailbox', async () => {
    town.setClock('2021-11-02', '08:00');
    const before = linksTo(address);
    for (let asked = 0; asked < 8; asked += 1) {
      await browserAt(town.address).post('/sign-in', { address });
      await town.quiet();
    }
    expect(linksTo(address) - before).toBe(5);
    town.setClock('2021-11-02', '09:01');
    await town.signInLinkOf(address);
    expect(linksTo(address) - before).toBe(6);
  });

  it('is kept from nobody by strangers: their asking counts for themselves, and the owner finds a link that opens', async () => {
    town.setClock('2021-11-02', '09:30');
    const before = linksTo(address);
    for (let at = 0; at < 6; at += 1) await askFrom('127.0.0.2', address);
    expect(linksTo(address) - before).toBe(5);
    await browserAt(town.address).post('/sign-in', { address });
    await town.quiet();
    expect(linksTo(address) - before).toBe(6);
    expect((await browserAt(town.address).post(await town.linkOf(address))).status).toBe(200);
  });

  it('is kept from nobody by many strangers for hours, and they flood no mailbox', async () => {
    const before = linksTo(address);
    for (const [hour, minute] of [10, 11].flatMap(hour => ['02', '17', '32', '47'].map(minute => [hour, minute]))) {
      town.setClock('2021-11-02', `${hour}:${minute}`);
      for (let stranger = 2; stranger < 8; stranger += 1)
        await Promise.all([1, 2].map(() => askFrom(`127.0.0.${stranger}`, address)));
      await browserAt(town.address).post('/sign-in', { address });
      await town.quiet();
      expect((await browserAt(town.address).post(await town.linkOf(address))).status).toBe(200);
    }
    expect(linksTo(address) - before).toBeLessThanOrEqual(2 * 10 + 6);
  });

  it('ends with the session, at once', async () => {
    town.setClock('2021-11-02', '14:00');
    const browser = await town.staffAt(address);
    const other = await town.staffAt(address);
    expect((await browser.post('/sign-out')).address).toBe(`${town.address}/sign-in`);
    expect((await browser.get('/board')).status).toBe(401);
    expect((await other.get('/board')).status).toBe(200);
  });
});

describe('roles', () => {
  it.each([
    ['giam-doc@so.example', { preview: 200, remind: 403 }],
    ['van-thu@so.example', { preview: 403, remind: 403 }],
  ])('let %s see and do what is theirs', async (mail, { preview, remind }) => {
    const browser = await town.staffAt(mail);
    const page = await browser.get(period);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('Nhắc đơn vị');
    expect((await browser.get(`${period}/preview`)).status).toBe(preview);
    expect((await browser.post(`${period}/remind`)).status).toBe(remind);
  });
});
