import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import { refusals } from '../../infra/local/ses-refusals.ts';
import { auditTrail } from '../../shared/aws/audit.ts';
import { postFrom } from '../../shared/aws/post.ts';
import { monthsAfter } from '../../shared/domain/calendar/month.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';

/** Enough of them that a post that is too slow, or too small, is felt. */
const addresses = Array.from({ length: 24 }, (_, at) => `noi-${at}@nhan.example`);
const [first = ''] = addresses;

let town: Town;
let month = '2021-01';

beforeAll(async () => {
  const report = reportWith({
    recipients: addresses.map((address, at) => ({ id: `noi-${at}`, line: `Nơi ${at}`, mail: [address] })),
    deadline: { month: 1, day: 16, at: '16:00', onDayOff: 'keep' },
  });
  town = await foundTown(departmentWith(report), ['2021-02-01', '07:00']);
});
afterAll(() => town.leave());

/** Each in a month of its own, with a post that is itself again. */
beforeEach(async () => {
  month = monthsAfter(month, 1);
  town.faults.forget();
  Object.assign(town.account, { perSecond: 1_000, perDay: 50_000, sentToday: 0 });
  await town.at(`${monthsAfter(month, 1)}-01`, '08:00');
});

const at = (...times: string[]) =>
  [...times].reduce(
    (before, time) => before.then(() => town.at(`${monthsAfter(month, 1)}-16`, time)),
    Promise.resolve(),
  );
const mailsTo = (address: string, step: string) =>
  town.mailsTo(address, step).filter(({ tags }) => tags.month === month);
const letters = async () => (await town.ledger('bao-cao-thang', month)).filter(({ step }) => step === 'edition-1');
const states = async () => [...new Set((await letters()).map(({ state }) => state))];
/** How often the letter was accepted for each address of Nơi nhận. */
const accepted = () => addresses.map(address => mailsTo(address, 'edition-1').length);
/** The words by which the coordinator was told of such mails of the month. */
const words = (trouble: string) =>
  town.outbox.filter(
    ({ destinations, tags }) =>
      destinations.includes('tong-hop@so.example') && tags.month === month && tags.step?.startsWith(`${trouble}-`),
  );
/** What the trail says of the issue. */
const issued = async () =>
  (await auditTrail(town.table, { report: 'bao-cao-thang', month })).find(({ what }) => what === 'phát hành')?.detail;
/** What the board says of the mail to an address. */
const rowOf = async (address: string) => {
  const board = await town.staffAt('tong-hop@so.example');
  const { text } = await board.get(`/board/bao-cao-thang/${month}`);
  return text.split('<tr>').find(row => row.includes(`>${address}<`));
};
/** So many milliseconds SES is waited for; that it is twenty seconds is for test/aws/post.test.ts. */
const waitOnly = (patience: number) => {
  type Handler = { updateHttpClientConfig: (key: 'requestTimeout', milliseconds: number) => void };
  (postFrom('', '').client.config.requestHandler as unknown as Handler).updateHttpClientConfig(
    'requestTimeout',
    patience,
  );
};
const each = (times: number) => addresses.map(() => times);
const sum = (counts: number[]) => counts.reduce((whole, count) => whole + count, 0);

describe('the letter reaches each recipient once', () => {
  it('as fast as the account may send, and no faster: SES never has to say no', async () => {
    town.account.perSecond = 12;
    await at('16:00');
    expect(accepted()).toEqual(each(1));
    expect((await letters()).map(({ attempts }) => attempts)).toEqual(each(1));
  });

  it('though the quota of the day is used up half-way: the rest goes out when SES gives more', async () => {
    town.account.perDay = town.account.sentToday + 10;
    await at('16:00', '16:05', '17:30');
    expect(sum(accepted())).toBeLessThanOrEqual(10);
    expect(sum(accepted())).toBeGreaterThan(0);
    expect(await states()).toContain('pending');
    town.account.sentToday = 0;
    town.account.perDay = 50_000;
    await at('23:00', '23:05');
    expect(accepted()).toEqual(each(1));
    expect(await states()).toEqual(['delivered']);
  });

  it('though SES throttles for ten minutes', async () => {
    town.faults.plan('*', 'throttle', 1_000);
    await at('16:00', '16:05', '16:10');
    expect(sum(accepted())).toBe(0);
    town.faults.forget();
    await at('16:15');
    expect(accepted()).toEqual(each(1));
  });

  it.each([
    ['the account is in the sandbox, or the sender no longer verified', 'refuse'],
    ['the role may not send', 'not-allowed'],
    ['the configuration set is gone', 'no-such-set'],
    ['AWS has paused the account', 'account-under-review'],
    ['SES does not know the house', 'unknown-key'],
    ['SES says what is in no manual', 'nobody-knows'],
  ] as const)('though %s at the deadline: it is not issued, and goes out once that is mended', async (_, refusal) => {
    town.faults.plan('*', refusal, 1_000);
    await at('16:00', '16:05');
    expect(sum(accepted())).toBe(0);
    expect(await states()).toEqual(['pending']);
    expect((await letters()).some(({ reason }) => reason?.includes(refusals[refusal].code))).toBe(true);
    expect((await town.period('bao-cao-thang', month))?.state).toBe('compiled');
    town.faults.forget();
    await at('16:10', '16:15');
    expect(accepted()).toEqual(each(1));
    expect(await states()).toEqual(['delivered']);
    expect((await town.period('bao-cao-thang', month))?.state).toBe('issued');
    expect(await issued()).toBe('24/24 địa chỉ');
  });

  it('or none, where the one address is at fault: the others are none the worse, and the coordinator is told once', async () => {
    town.faults.plan(first, 'address-blacklisted');
    await at('16:00', '16:05', '16:10');
    expect(accepted()).toEqual([0, ...each(1).slice(1)]);
    expect((await letters()).find(({ address }) => address === first)?.state).toBe('refused');
    expect(await issued()).toContain(`23/24 địa chỉ; bị từ chối vì địa chỉ bị máy chủ thư chặn`);
    const [word, ...more] = words('refused');
    expect(more).toEqual([]);
    expect(word && (await opened(word)).text).toContain(
      `- ${first} (văn bản phát hành, bản 1): địa chỉ bị máy chủ thư chặn`,
    );
    expect(await rowOf(first)).toContain('Hỏi địa chỉ đúng, gửi lại');
  });

  it('or nobody, where every address is at fault: that is said, and not passed over', async () => {
    for (const address of addresses) town.faults.plan(address, 'address-blacklisted');
    await at('16:00');
    town.faults.forget();
    await at('16:05');
    expect(await issued()).toMatch(/^0\/24 địa chỉ; bị từ chối vì .*: noi-0@.* và 14 địa chỉ khác$/);
    expect(words('refused')).toHaveLength(1);
  });

  it.each([
    ['the connection is reset', 'accept-then-drop'],
    ['the answer is 500', 'accept-then-500'],
  ] as const)(
    'though %s after SES took it: SES reports that it went out, and nobody need be told',
    async (_, fault) => {
      town.faults.plan(first, fault);
      await at('16:00', '17:05', '17:10');
      expect(accepted()).toEqual(each(1));
      expect(words('unknown')).toEqual([]);
    },
  );

  it('or none, where SES is silent for a minute: it is not waited for, stays unknown, and the coordinator is told once', async () => {
    waitOnly(500);
    onTestFinished(() => waitOnly(20_000));
    town.faults.plan(first, 'silence');
    await at('16:00', '16:05', '16:59', '17:05', '17:10', '18:00');
    expect(accepted()).toEqual([0, ...each(1).slice(1)]);
    expect((await letters()).find(({ address }) => address === first)?.state).toBe('unknown');
    const [word, ...more] = words('unknown');
    expect(more).toEqual([]);
    expect(word && (await opened(word)).text).toContain(`- ${first}`);
    expect(await rowOf(first)).toContain('chưa rõ đã đi hay chưa');
  }, 60_000);
});

describe('what the account may send', () => {
  it('is asked once a minute and not for each mail: SES answers that once a second, and to the whole account', async () => {
    let asked = 0;
    postFrom('', '').client.middlewareStack.add(
      (next, { commandName }) =>
        given => {
          if (commandName === 'GetSendQuotaCommand') asked += 1;
          return next(given);
        },
      { step: 'initialize', name: 'counted' },
    );
    onTestFinished(() => void postFrom('', '').client.middlewareStack.remove('counted'));
    await at('16:00');
    expect(accepted()).toEqual(each(1));
    expect(asked).toBe(1);
    await at('16:05');
    expect(asked).toBe(1);
  });
});
