import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, browserAt } from '../../infra/local/browser.ts';
import { auditTrail } from '../../shared/aws/audit.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const month = { report: 'bao-cao-thang', month: '2021-10' };
const period = '/board/bao-cao-thang/2021-10';
const [a, b] = ['phong-a@so.example', 'phong-b@so.example'];

let town: Town;
let board: Browser;
let hour = 8;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith({ whenMissing: 'hold' })), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  board = await town.staffAt('tong-hop@so.example');
});
afterAll(() => town.leave());

/** Each promise begins in an hour of its own, so that nothing asked before stands in its way. */
beforeEach(() => {
  hour += 1;
  clockTo(0);
  town.faults.forget();
});

const clockTo = (minute: number) =>
  town.setClock('2021-11-01', `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const mailed = (address: string) =>
  town.outbox.filter(
    ({ destinations, tags }) => destinations.includes(address) && /^(link|nudge)-/.test(tags.step ?? ''),
  ).length;
/** Presses a button as a coordinator does; what the page says of it, and how many mails it brought an address. */
async function press(act: string, unit = '', address = a): Promise<{ said: string; mails: number }> {
  const before = mailed(address);
  const { text } = await board.post(`${period}/${act}`, unit ? { unit } : {});
  await town.quiet();
  const said = /<article role="(?:status|alert)">([\s\S]*?)<\/article>/.exec(text)?.[1] ?? '';
  return { said, mails: mailed(address) - before };
}
const acts = async (what: string) =>
  (await auditTrail(town.table, month)).filter(
    entry => entry.what === what && entry.at >= instantAt('2021-11-01', `${String(hour).padStart(2, '0')}:00`),
  );
const opens = async (address: string) =>
  (await browserAt(town.address).post(await town.linkOf(address))).status === 200;

describe('a new link', () => {
  it('goes at once after the old ones were revoked, however lately one was sent, and opens the form', async () => {
    expect(await press('link', 'phong-a')).toMatchObject({
      said: expect.stringContaining('đang đi tới Phòng A'),
      mails: 1,
    });
    clockTo(1);
    expect((await press('revoke', 'phong-a')).said).toContain('Đã thu hồi mọi đường dẫn');
    expect(await opens(a)).toBe(false);
    expect(await press('link', 'phong-a')).toMatchObject({
      said: expect.stringContaining('đang đi tới Phòng A'),
      mails: 1,
    });
    expect(await opens(a)).toBe(true);
    expect((await acts('gửi lại đường dẫn')).map(({ detail }) => detail)).toEqual([
      `Phòng A tới ${a}`,
      `Phòng A tới ${a}`,
    ]);
  });

  it('asked for again within five minutes is not sent; the page says so and since when, the trail says nothing', async () => {
    await press('link', 'phong-a');
    clockTo(2);
    const { said, mails } = await press('link', 'phong-a');
    expect(mails).toBe(0);
    expect(said).toContain(`Chưa gửi gì: thư trước cho Phòng A (${a}) đi lúc ${String(hour).padStart(2, '0')}:00`);
    expect(said).toContain('còn 3 phút nữa mới gửi lại được');
    expect(await acts('gửi lại đường dẫn')).toHaveLength(1);
    clockTo(5);
    expect((await press('link', 'phong-a')).mails).toBe(1);
  });

  it('is said once: looking again, the page tells of no act', async () => {
    expect((await press('link', 'phong-a')).said).not.toBe('');
    expect((await board.get(period)).text).not.toContain('đang đi tới');
  });

  it('to one unit never waits for another’s', async () => {
    expect((await press('link', 'phong-a')).mails).toBe(1);
    clockTo(4);
    expect((await press('link', 'phong-b', b)).mails).toBe(1);
    clockTo(6);
    expect((await press('link', 'phong-a')).mails).toBe(1);
    expect((await press('link', 'phong-b', b)).mails).toBe(0);
  });

  it('goes once, and is told once in the trail, for two coordinators and a double click', async () => {
    const before = mailed(a);
    await Promise.all(Array.from({ length: 4 }, () => board.post(`${period}/link`, { unit: 'phong-a' })));
    await town.quiet();
    expect(mailed(a) - before).toBe(1);
    expect(await acts('gửi lại đường dẫn')).toHaveLength(1);
  });

  it('that waits while the unit is shut out is a live one when it goes, and so is the one asked for after', async () => {
    town.faults.plan(a, 'throttle', 2);
    expect((await press('link', 'phong-a')).mails).toBe(0);
    expect((await press('link', 'phong-a')).said).toContain('đang chờ gửi, sẽ đi trong ít phút');
    await press('revoke', 'phong-a');
    await press('link', 'phong-a');
    clockTo(5);
    await town.tick();
    expect(await opens(a)).toBe(true);
  });

  it('goes at once where the last bounced', async () => {
    town.faults.plan(a, 'bounce');
    await press('link', 'phong-a');
    clockTo(1);
    expect((await press('link', 'phong-a')).mails).toBe(1);
  });
});

describe('a reminder', () => {
  it('says how many units it went to, and that it went to none', async () => {
    expect((await press('remind')).said).toContain('Thư nhắc đang đi tới 2 đơn vị chưa nộp');
    clockTo(1);
    const { said, mails } = await press('remind');
    expect([said.includes('Chưa gửi gì: 2 đơn vị chưa nộp vừa được nhắc'), mails]).toEqual([true, 0]);
    expect(await acts('nhắc đơn vị chưa nộp')).toHaveLength(1);
    await press('revoke', 'phong-a');
    expect(await press('remind')).toMatchObject({ said: expect.stringContaining('tới 1 đơn vị chưa nộp'), mails: 1 });
  });

  it('says that nobody owes any more', async () => {
    await town.handIn(a, { figures: { 'xuat-khau': { state: 'none' } }, outcomes: {} });
    await town.handIn(b, { figures: {}, outcomes: { 'nhiem-vu': 'xong' } });
    expect((await press('remind')).said).toBe('Không gửi gì: mọi đơn vị đã nộp.');
    expect(await acts('nhắc đơn vị chưa nộp')).toEqual([]);
  });
});

describe('at the deadline', () => {
  it('nothing is asked for any more, though the period is not closed yet; the page says what to do', async () => {
    town.setClock('2021-11-16', '16:00');
    board = await browserOfCoordinator();
    for (const act of ['link', 'remind']) {
      const refused = await board.post(`${period}/${act}`, { unit: 'phong-a' });
      expect(refused.status).toBe(409);
      expect(refused.text).toContain('Chưa gửi gì');
    }
  });
});

/** Signs in without a tick, which would close the period. */
async function browserOfCoordinator(): Promise<Browser> {
  const browser = browserAt(town.address);
  await browser.post(await town.signInLinkOf('tong-hop@so.example'));
  return browser;
}
