import { describe, expect, it, vi } from 'vitest';
import { claim, mailsOf, plan, settle } from '../../shared/aws/ledger.ts';
import { sendPending } from '../../shared/aws/mailing.ts';
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

/** What the account may send is remembered by the process for a minute; each test lives in hours of its own. */
let hour = 1_000 * 3_600_000;

/** A ledger of five letters, and an account that may send so much; `answer` is what the post says of each mail. */
async function planned(perDay: number, answer: Answering = taking('m-1')) {
  hour += 3_600_000;
  const now = hour;
  const table = aTable();
  const quota = allowing({ perSecond: 500, perDay, sentToday: 0 });
  const { post, wire } = await aPost((response, asked) =>
    (asked.get('Action') === 'GetSendQuota' ? quota : answer)(response, asked),
  );
  await plan(table, period, letters, now);
  const written: string[] = [];
  const send = async (mails = mailsOf(table, period)) =>
    sendPending({
      ...{ table, post, now, mails: await mails },
      write: async mail => {
        written.push(`${mail.address} ${mail.state}`);
        return new TextEncoder().encode(`To: ${mail.address}`);
      },
    });
  const states = async () => (await mailsOf(table, period)).map(({ state }) => state).sort();
  const sent = () => wire.asked.flatMap(asked => asked.get('Destinations.member.1') ?? []).sort();
  return { table, wire, send, states, sent, written };
}

const everyAddress = letters.map(({ address }) => address);

describe('what is pending', () => {
  it('is sent, each mail to its address, written once it is claimed', async () => {
    const { send, states, sent, written } = await planned(100);
    const logged = vi.spyOn(log, 'warn');
    await send();
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
    expect(sent()).toEqual(everyAddress);
    expect(await states()).toEqual(letters.map(() => 'sent'));
    expect(written.sort()).toEqual(everyAddress.map(address => `${address} claimed`));
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
    await settle(table, second, { kind: 'refused', reason: '' }, 1);
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
    const waiting = { waiting: 2, perSecond: 500, left: 0 };
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
    const { send, states } = await planned(100, refusing(400, 'MessageRejected'));
    await send();
    expect(await states()).toEqual(letters.map(() => 'refused'));
  });
});
