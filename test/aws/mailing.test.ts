import { describe, expect, it, vi } from 'vitest';
import { refusals } from '../../infra/local/ses-refusals.ts';
import { claim, mailsOf, plan, putOff, settle } from '../../shared/aws/ledger.ts';
import { sendPending } from '../../shared/aws/mailing.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import type { Notice } from '../../shared/domain/delivery/notices.ts';
import { log } from '../../shared/log.ts';
import { aTable } from './a-unit.ts';
import { type Answering, allowing, aPost, refusing, taking } from './a-wire.ts';

const period = { report: 'bao-cao-thang', month: '2021-10' };
const letters = Array.from(
  { length: 5 },
  (_, at): Notice => ({
    ...{ ...period, step: 'edition-1', address: `noi-${at}@nhan.example`, to: { kind: 'recipient', lines: [] } },
  }),
);

/** One mail after the other, without waiting: the pace has a test of its own. */
vi.mock('../../shared/aws/pace.ts', async () => ({ paced: (await import('./one-by-one.ts')).oneByOne }));

/** What the account may send is remembered by the process for a minute; each test lives in hours of its own. */
let hour = 1_000 * 3_600_000;

let quota = allowing({});
/** What the account may send, and what is said of each mail. */
const either =
  (answer: Answering): Answering =>
  (response, asked) =>
    (asked.get('Action') === 'GetSendQuota' ? quota : answer)(response, asked);

/** A ledger of five letters, and an account that may send so much; `answer` is what the post says of each mail. */
async function planned(perDay: number, answer: Answering = taking('m-1')) {
  hour += 3_600_000;
  const now = hour;
  const table = aTable();
  quota = allowing({ perSecond: 500, perDay, sentToday: 0 });
  const { post, wire } = await aPost(either(answer));
  await plan(table, period, letters, now);
  const written: string[] = [];
  const writing = async (mail: MailEntry): Promise<Uint8Array> => {
    written.push(`${mail.address} ${mail.state}`);
    return new TextEncoder().encode(`To: ${mail.address}`);
  };
  const send = async (mails = mailsOf(table, period), write = writing) =>
    sendPending({ table, post, now, mails: await mails, write });
  const states = async () => (await mailsOf(table, period)).map(({ state }) => state).sort();
  const sent = () => wire.asked.flatMap(asked => asked.get('Destinations.member.1') ?? []).sort();
  return { table, wire, send, states, sent, written };
}

const everyAddress = letters.map(({ address }) => address);

describe('what is pending', () => {
  it('is sent, each mail to its address, written before it is claimed', async () => {
    const { send, states, sent, written } = await planned(100);
    const logged = vi.spyOn(log, 'warn');
    await send();
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
    expect(sent()).toEqual(everyAddress);
    expect(await states()).toEqual(letters.map(() => 'sent'));
    expect(written.sort()).toEqual(everyAddress.map(address => `${address} pending`));
  });

  it('is sent once, though two are at it at the same time', async () => {
    const { send, sent } = await planned(100);
    await Promise.all([send(), send()]);
    expect(sent()).toEqual(everyAddress);
  });

  it('is the only thing sent', async () => {
    const { table, send, sent } = await planned(100);
    const [first, second] = await mailsOf(table, period);
    if (!first || !second) throw new Error('nothing was planned');
    await claim(table, first, 1);
    await claim(table, second, 1);
    await settle(table, second, { kind: 'unknown', reason: '' }, 1);
    await send();
    expect(sent()).toEqual(everyAddress.filter(address => ![first.address, second.address].includes(address)));
  });

  it('is not asked about when there is none', async () => {
    const { table, wire, send } = await planned(100);
    const settled = (await mailsOf(table, period)).map(mail => ({ ...mail, state: 'refused' as const }));
    await send(Promise.resolve([]));
    await send(Promise.resolve(settled));
    expect(wire.asked).toEqual([]);
  });

  it('goes on past a mail that somebody else has claimed meanwhile', async () => {
    const { table, send, sent } = await planned(100);
    const mails = await mailsOf(table, period);
    const [taken] = mails;
    if (!taken) throw new Error('nothing was planned');
    await claim(table, taken, 1);
    await send(Promise.resolve(mails));
    expect(sent()).toEqual(everyAddress.filter(address => address !== taken.address));
  });

  it('waits when the day’s quota is used up, and what was sent is taken off it', async () => {
    const { send, states, sent } = await planned(3);
    const logged = vi.spyOn(log, 'warn').mockImplementation(() => {});
    await send();
    const waiting = { pending: 2, perSecond: 500, left: 0 };
    expect(logged).toHaveBeenCalledExactlyOnceWith('mails wait for the next tick', waiting);
    logged.mockRestore();
    await send();
    expect(sent()).toHaveLength(3);
    expect(await states()).toEqual(['pending', 'pending', 'sent', 'sent', 'sent']);
  });

  it('waits once the post asks to slow down', async () => {
    const { send, states, sent } = await planned(100, refusing(400, 'Throttling'));
    await send();
    expect(sent().length).toBeLessThan(5);
    expect(await states()).toEqual(letters.map(() => 'pending'));
  });

  it('goes on when one is refused: that is the recipient’s affair', async () => {
    const { send, states } = await planned(100, refusing(400, 'MessageRejected', 'Address blacklisted.'));
    expect(await send()).toEqual({ refused: 5, waiting: 0 });
    expect(await states()).toEqual(letters.map(() => 'refused'));
  });

  it('is tried in turns: what was tried least comes first, so that none stands in another’s way', async () => {
    const { table, send, sent } = await planned(2);
    for (const mail of (await mailsOf(table, period)).slice(0, 3)) await putOff(table, mail, 'Unwritten: Error', 1);
    const last = (await mailsOf(table, period)).filter(({ attempts }) => attempts === 0);
    await send();
    expect(sent()).toEqual(last.map(({ address }) => address).sort());
  });
});

describe('what certainly was not sent', () => {
  it.each([
    ['rights are missing', refusals['not-allowed']],
    ['the account is paused', refusals['account-paused']],
    ['the configuration set is gone', refusals['no-such-set']],
    ['the quota of the day is used up', refusals['quota-used-up']],
  ])(
    'waits with its reason, and the rest is not burnt on it, while %s',
    async (_, { status, code, message }) => {
      const { table, wire, send, states, sent } = await planned(100, refusing(status, code, message));
      expect(await send()).toEqual({ refused: 0, waiting: 5 });
      expect(sent()).toHaveLength(1);
      expect(await states()).toEqual(letters.map(() => 'pending'));
      const told = (await mailsOf(table, period)).filter(({ reason }) => reason !== undefined);
      expect(told).toMatchObject([{ attempts: 1, reason: expect.stringContaining(message) }]);
      wire.answer = either(taking('m-1'));
      expect(await send()).toEqual({ refused: 0, waiting: 0 });
      expect(await states()).toEqual(letters.map(() => 'sent'));
      expect((await mailsOf(table, period)).some(({ reason }) => reason !== undefined)).toBe(false);
    },
    20_000,
  );

  it('rings nothing where SES only asks to slow down', async () => {
    const { status, code, message } = refusals.throttle;
    const { send } = await planned(100, refusing(status, code, message));
    expect(await send()).toEqual({ refused: 0, waiting: 0 });
  });

  it('in the sandbox keeps nobody waiting whom SES knows: three are asked in a row, then other ones', async () => {
    const { status, code, message } = refusals.refuse;
    const no = refusing(status, code, message);
    const { wire, send, states, sent } = await planned(100, no);
    wire.answer = either((response, asked) =>
      (asked.get('Destinations.member.1') === everyAddress.at(-1) ? taking('m-1') : no)(response, asked),
    );
    await send();
    await send();
    expect(await states()).toEqual(['pending', 'pending', 'pending', 'pending', 'sent']);
    expect(sent()).toHaveLength(8);
  });

  it('is what was not asked any more once three were of unknown fate in a row: SES itself is ill', async () => {
    const { send, states } = await planned(100, refusing(500, 'InternalFailure'));
    expect(await send()).toEqual({ refused: 0, waiting: 2 });
    expect(await states()).toEqual(['pending', 'pending', 'unknown', 'unknown', 'unknown']);
  });
});

describe('a mail that cannot be written', () => {
  it('waits, is told of with its reason, and holds up no other', async () => {
    const { table, send, states, sent } = await planned(100);
    const logged = vi.spyOn(log, 'error').mockImplementation(() => {});
    const [bad = ''] = everyAddress;
    const write = async ({ address }: MailEntry) => {
      if (address === bad) throw new TypeError('no such file');
      return new Uint8Array();
    };
    expect(await send(mailsOf(table, period), write)).toEqual({ refused: 0, waiting: 1 });
    expect(sent()).toEqual(everyAddress.slice(1));
    const waiting = (await mailsOf(table, period)).find(({ address }) => address === bad);
    expect(waiting).toMatchObject({ state: 'pending', attempts: 1, reason: 'Unwritten: TypeError' });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    await send();
    expect(await states()).toEqual(letters.map(() => 'sent'));
  });

  it('stays pending when the process ends while it writes: SES was not asked', async () => {
    const { table, send, states, sent } = await planned(100);
    void send(mailsOf(table, period), () => new Promise(() => {}));
    await vi.waitFor(async () => expect(await states()).toEqual(letters.map(() => 'pending')));
    await send();
    expect(sent()).toEqual(everyAddress);
  });
});
