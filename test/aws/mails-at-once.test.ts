import { expect, it, vi } from 'vitest';
import { mailsOf, plan } from '../../shared/aws/ledger.ts';
import { sendPending } from '../../shared/aws/mailing.ts';
import type { Notice } from '../../shared/domain/delivery/notices.ts';
import { aTable } from './a-unit.ts';
import { type Answering, allowing, aPost, refusing, taking } from './a-wire.ts';

/** The first two mails set out side by side; what either says is the end of it. */
vi.mock('../../shared/aws/pace.ts', () => ({
  paced: async <Item>(items: Item[], _: number, act: (item: Item) => Promise<unknown>) => {
    await Promise.all(items.slice(0, 2).map(act));
    return 2;
  },
}));

const period = { report: 'bao-cao-thang', month: '2021-10' };

it('a mail that is taken while another is told that nobody may be mailed does not say that all is well', async () => {
  const table = aTable();
  const to: Notice['to'] = { kind: 'recipient', lines: [] };
  const letters = [0, 1, 2, 3, 4].map(at => ({ ...period, step: 'edition-1', address: `noi-${at}@nhan.example`, to }));
  const mails = await plan(table, period, letters, 1);
  const [slow] = mails;
  const { promise: refused, resolve } = Promise.withResolvers<void>();
  const answer: Answering = (response, asked) => {
    if (asked.get('Action') === 'GetSendQuota')
      return allowing({ perSecond: 500, perDay: 100, sentToday: 0 })(response, asked);
    if (asked.get('Destinations.member.1') === slow?.address)
      return void refused.then(() => taking('m')(response, asked));
    response.on('finish', () => setTimeout(resolve, 100));
    return refusing(400, 'AccessDenied')(response, asked);
  };
  const { post } = await aPost(answer);
  const mailed = await sendPending({
    table,
    post,
    mails,
    now: 5_000 * 3_600_000,
    write: async () => new Uint8Array([1]),
  });
  expect(mailed).toEqual({ refused: 0, waiting: 4 });
  expect((await mailsOf(table, period)).map(({ state }) => state).sort()).toEqual([
    ...['pending', 'pending', 'pending', 'pending', 'sent'],
  ]);
});
