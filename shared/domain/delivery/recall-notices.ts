import type { Edition } from '../compilation/edition.ts';
import type { Recall } from '../compilation/recall.ts';
import { type MailEntry, stepNumber } from './mail.ts';
import type { Notice } from './notices.ts';
import { mayHaveArrived, reachedBy } from './reached-by.ts';

/** Longer than any function may run, in milliseconds: whoever still acts by the decision before is over by then. */
const longestActing = 15 * 60_000;

const steps: Record<Recall['decided'], string> = { recalled: 'recall', stands: 'stand' };

/**
 * Word of what was decided of a letter, "recall-1", to each address that the ledger says it reached, once, whoever is on the list today.
 * Whoever knows nothing else than what was decided last is told nothing: a recall that is taken back before anybody was told of it
 * is told nobody.
 */
export function recallNotices({ report, month, number, recall }: Edition, ledger: MailEntry[]): Notice[] {
  if (!recall) return [];
  return reachedBy(number, ledger).flatMap(({ address, to }) =>
    toldLast({ number, recall, address }, ledger) === recall.decided
      ? []
      : [{ report, month, step: wordOf(recall), address, to, edition: number }],
  );
}

/** The step of the mails that tell of a decision. */
export function wordOf({ decided, number }: Pick<Recall, 'decided' | 'number'>): string {
  return `${steps[decided]}-${number}`;
}

type Asked = { number: number; recall: Recall; address: string };

function toldLast({ number, recall, address }: Asked, ledger: MailEntry[]): Recall['decided'] {
  const told = ledger
    .filter(mail => isWordOfRecall(mail) && mail.edition === number && stepNumber(mail) < recall.number)
    .filter(mail => mail.address.toLowerCase() === address.toLowerCase() && mayHaveArrived(mail))
    .sort((one, other) => stepNumber(one) - stepNumber(other))
    .at(-1);
  return told?.step.startsWith(`${steps.recalled}-`) ? 'recalled' : 'stands';
}

/** True of the mails by which recipients are told that a letter is recalled, or stands again. */
export function isWordOfRecall({ step }: Pick<MailEntry, 'step'>): boolean {
  return Object.values(steps).some(kind => step.startsWith(`${kind}-`));
}

/** The edition whose last decision a mail tells of; undefined of one that tells of something decided before that, and of any other. */
export function recallTold<Told extends Pick<Edition, 'number' | 'recall'>>(
  editions: Told[],
  { step, edition }: Pick<MailEntry, 'step' | 'edition'>,
): (Told & { recall: Recall }) | undefined {
  const { recall, ...told } = editions.find(({ number }) => number === edition) ?? {};
  if (!recall || step !== wordOf(recall)) return undefined;
  return { ...(told as Told), recall };
}

/** True while somebody may still be told, or sent, what was decided otherwise since. */
export function isBeingTold({ recall }: Pick<Edition, 'recall'>, now: number): boolean {
  return recall !== undefined && now < recall.at + longestActing;
}
