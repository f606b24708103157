import { describe, expect, it } from 'vitest';
import type { Recall } from '../../../shared/domain/compilation/recall.ts';
import type { MailEntry, MailState } from '../../../shared/domain/delivery/mail.ts';
import { isBeingTold, recallNotices, recallTold } from '../../../shared/domain/delivery/recall-notices.ts';

const of = { report: 'bao-cao-thang', month: '2021-10' } as const;
const recall = (number: number, decided: Recall['decided']): Recall => ({
  number,
  decided,
  reason: 'nhầm',
  who: 'a',
  at: 0,
});
const edition = (decision?: Recall, number = 1) =>
  ({ ...of, number, ...(decision ? { recall: decision } : {}) }) as Parameters<typeof recallNotices>[0];
const mail = (step: string, address: string, state: MailState = 'sent', told?: number): MailEntry => ({
  ...{
    ...of,
    step,
    address,
    state,
    recipient: 'r',
    attempts: 1,
    at: 0,
    to: { kind: 'recipient', lines: ['Như trên'] },
  },
  ...(told === undefined ? {} : { edition: told }),
});
const told = (decision: Recall | undefined, ledger: MailEntry[], number?: number) =>
  recallNotices(edition(decision, number), ledger).map(({ step, address }) => `${step} ${address}`);

describe('word of a recall', () => {
  const letters = [mail('edition-1', 'a@x'), mail('edition-1', 'b@x', 'delivered')];

  it('is owed to nobody while nothing was decided', () => expect(told(undefined, letters)).toEqual([]));

  it('goes to whom the letter reached by the ledger, at the issue or sent again, each address once', () => {
    const ledger = [...letters, mail('resend-1', 'A@x'), mail('resend-2', 'c@x'), mail('edition-1', 'd@x', 'unknown')];
    expect(told(recall(1, 'recalled'), ledger)).toEqual([
      'recall-1 A@x',
      'recall-1 b@x',
      'recall-1 c@x',
      'recall-1 d@x',
    ]);
  });

  it.each(['refused', 'bounced', 'undelivered', 'pending', 'claimed'] as const)(
    'goes to nobody of whom the letter is known not to be there, or not known yet: %s',
    state => expect(told(recall(1, 'recalled'), [mail('edition-1', 'a@x', state)])).toEqual([]),
  );

  it('is of the edition that is recalled, not of another', () => {
    expect(told(recall(1, 'recalled'), [mail('edition-1', 'a@x'), mail('edition-2', 'b@x')], 2)).toEqual([
      'recall-1 b@x',
    ]);
  });

  it('taken back goes to whoever was told, and to nobody else', () => {
    const ledger = [...letters, mail('recall-1', 'a@x', 'sent', 1), mail('recall-1', 'b@x', 'pending', 1)];
    expect(told(recall(2, 'stands'), ledger)).toEqual(['stand-2 a@x']);
    expect(told(recall(2, 'stands'), letters)).toEqual([]);
  });

  it('recalled once more goes to whoever knows that it stands, and not again to whoever was not told that', () => {
    const ledger = [
      ...letters,
      ...['a@x', 'b@x'].map(address => mail('recall-1', address, 'sent', 1)),
      mail('stand-2', 'a@x', 'sent', 1),
      mail('stand-2', 'b@x', 'pending', 1),
    ];
    expect(told(recall(3, 'recalled'), ledger)).toEqual(['recall-3 a@x']);
  });

  it('of an earlier edition says nothing of this one', () => {
    const ledger = [mail('edition-1', 'a@x'), mail('recall-1', 'a@x', 'sent', 1), mail('edition-2', 'a@x')];
    expect(told(recall(2, 'recalled'), ledger, 2)).toEqual(['recall-2 a@x']);
  });

  it('goes out while it is what was decided last, and no more after', () => {
    const editions = [edition(recall(2, 'stands'))];
    expect(recallTold(editions, mail('stand-2', 'a@x', 'pending', 1))?.recall.number).toBe(2);
    expect(recallTold(editions, mail('recall-1', 'a@x', 'pending', 1))).toBeUndefined();
    expect(recallTold(editions, mail('stand-2', 'a@x', 'pending', 2))).toBeUndefined();
    expect(recallTold(editions, mail('edition-1', 'a@x', 'pending'))).toBeUndefined();
  });

  it('is watched until whoever acts by the decision before is over', () => {
    const [minute, decided] = [60_000, edition(recall(1, 'recalled'))];
    expect([isBeingTold(decided, 15 * minute - 1), isBeingTold(decided, 15 * minute)]).toEqual([true, false]);
    expect(isBeingTold(edition(), 0)).toBe(false);
  });
});
