import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
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

/** The code that stands in the last mail to sign in with. */
async function codeMailed(to = address): Promise<string> {
  const sent = town.outbox.findLast(({ destinations, tags }) => destinations.includes(to) && tags.report === 'sign-in');
  return /mã: (\d{3} \d{3})/.exec(sent ? (await opened(sent)).text : '')?.[1] ?? '';
}

/** Opens a link as a mail scanner does, with no cookie, presses its button, and does so again in the browser that opened it. */
async function scan(link: string): Promise<void> {
  const scanner = browserAt(town.address);
  expect((await scanner.get(link)).status).toBe(200);
  for (const sent of [{}, { code: '' }, { code: 'test' }]) expect((await scanner.post(link, sent)).status).toBe(422);
  expect((await scanner.get('/board')).status).toBe(401);
}

describe('a mail scanner that opens a link to sign in and presses its button', () => {
  it('gets no session, and uses nothing up: who asked gets in by the button, in the browser in which they asked', async () => {
    town.setClock('2021-11-01', '08:10');
    const browser = browserAt(town.address);
    const link = await town.signInLinkAskedIn(browser, address);
    await scan(link);
    const page = await browser.get(link);
    expect(page.text).not.toContain('name="code"');
    expect((await browser.post(link)).address).toBe(`${town.address}/board`);
    expect((await browser.post(link)).status).toBe(404);
  });

  it('does not keep out who opens the mail on a phone, or in the mail’s own browser: the code in it opens', async () => {
    const link = await town.signInLinkAskedIn(browserAt(town.address), address);
    await scan(link);
    const phone = browserAt(town.address);
    expect((await phone.get(link)).text).toContain('name="code"');
    const code = await codeMailed();
    const wrong = await phone.post(link, { code: code === '000 000' ? '111111' : '000000' });
    expect([wrong.status, wrong.text.includes('Mã không đúng')]).toEqual([422, true]);
    expect((await phone.post(link, { code })).address).toBe(`${town.address}/board`);
  });

  it('nor who asked twice, since a browser is known by one secret: either mail opens there', async () => {
    town.setClock('2021-11-01', '08:30');
    const browser = browserAt(town.address);
    const first = await town.signInLinkAskedIn(browser, address);
    const second = await town.signInLinkAskedIn(browser, address);
    expect(second).not.toBe(first);
    for (const link of [first, second]) expect((await browser.post(link)).status).toBe(200);
  });

  it('nor who asks while a stranger’s asking waits: the code opens what the stranger’s browser cannot', async () => {
    town.setClock('2021-11-01', '08:50');
    const [stranger, owner] = [browserAt(town.address), browserAt(town.address)];
    town.faults.plan(address, 'throttle', 1);
    await stranger.post('/sign-in', { address });
    await owner.post('/sign-in', { address });
    await town.quiet();
    await town.at('2021-11-01', '08:55');
    const link = await town.linkOf(address);
    expect((await owner.post(link)).status).toBe(422);
    expect((await owner.post(link, { code: await codeMailed() })).status).toBe(200);
  });

  it('cannot try codes: after ten the link takes none, and opens still where it was asked for', async () => {
    town.setClock('2021-11-01', '09:00');
    const browser = browserAt(town.address);
    const link = await town.signInLinkAskedIn(browser, address);
    const code = (await codeMailed()).replace(' ', '');
    const guesses = Array.from({ length: 11 }, (_, at) => String((Number(code) + at + 1) % 1_000_000).padStart(6, '0'));
    const guesser = browserAt(town.address);
    for (const guess of guesses) expect((await guesser.post(link, { code: guess })).status).toBe(422);
    expect((await guesser.post(link, { code })).status).toBe(422);
    expect((await browser.post(link)).status).toBe(200);
  });
});

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
    const token = new URL(await town.signInLinkAskedIn(browserAt(town.address), address)).pathname.split('/').at(-1);
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
    await town.signInLinkAskedIn(browserAt(town.address), address);
    expect(linksTo(address) - before).toBe(6);
  });

  it('is kept from nobody by strangers: their asking counts for themselves, and the owner finds a link that opens', async () => {
    town.setClock('2021-11-02', '09:30');
    const before = linksTo(address);
    for (let at = 0; at < 6; at += 1) await askFrom('127.0.0.2', address);
    expect(linksTo(address) - before).toBe(5);
    const owner = browserAt(town.address);
    const link = await town.signInLinkAskedIn(owner, address);
    expect(linksTo(address) - before).toBe(6);
    expect((await owner.post(link)).status).toBe(200);
  });

  it('is kept from nobody by many strangers for hours, and they flood no mailbox', async () => {
    const before = linksTo(address);
    for (const [hour, minute] of [10, 11].flatMap(hour => ['02', '17', '32', '47'].map(minute => [hour, minute]))) {
      town.setClock('2021-11-02', `${hour}:${minute}`);
      await Promise.all([2, 3, 4, 5, 6, 7].flatMap(at => [1, 2].map(() => askFrom(`127.0.0.${at}`, address))));
      const owner = browserAt(town.address);
      const link = await town.signInLinkAskedIn(owner, address);
      expect((await owner.post(link, { code: await codeMailed() })).status).toBe(200);
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
