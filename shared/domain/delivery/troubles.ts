import { hindranceIn } from './hindrances.ts';
import { isAwaited, type MailEntry, mailName } from './mail.ts';

/**
 * What a person has to know of a mail:
 *
 * - `unknown`: whether it went out is not known, and SES's report of it is no longer waited for
 * - `refused`: its address is at fault, for good
 * - `waiting`: it cannot be written, or is not taken as it is, again and again, while others go out
 */
export const troubles = ['unknown', 'refused', 'waiting'] as const;
export type Trouble = (typeof troubles)[number];

/** How many attempts pass before coordinators are told that a mail does not go out: a fault of AWS is over by then. */
const patience = 3;

/** The trouble with a mail, if any. Word of trouble is not itself told of. */
export function troubleWith(mail: Omit<MailEntry, 'report' | 'month'>, now: number): Trouble | undefined {
  if (isWordOfTrouble(mail.step)) return undefined;
  if (mail.state === 'refused') return 'refused';
  if (mail.state === 'unknown') return isAwaited(mail, now) ? undefined : 'unknown';
  if (mail.state !== 'pending' || mail.reason === undefined || mail.attempts < patience) return undefined;
  return ['writing', 'mail', 'sandbox'].includes(hindranceIn(mail.reason).by) ? 'waiting' : undefined;
}

/** True of the mails by which coordinators are told of others. */
export function isWordOfTrouble(step: string): boolean {
  return troubles.some(trouble => step.startsWith(`${trouble}-`));
}

/** How many mails one word tells of at most: it fits the page of a reader, and an item of the table. */
export const mostToldAtOnce = 200;

/** What coordinators have still to be told: a trouble, and the mails that have it, by their names. */
export type Untold = { trouble: Trouble; about: string[] };

/** The mails in trouble of which no word in the ledger tells yet. */
export function untoldIn(ledger: MailEntry[], now: number): Untold[] {
  return troubles.flatMap(trouble => {
    const words = ledger.filter(({ step }) => step.startsWith(`${trouble}-`));
    const told = new Set(words.flatMap(({ about = [] }) => about));
    const about = ledger
      .filter(mail => troubleWith(mail, now) === trouble)
      .map(mailName)
      .filter(name => !told.has(name));
    const rounds = Math.ceil(about.length / mostToldAtOnce);
    return Array.from({ length: rounds }, (_, at) => ({
      trouble,
      about: about.slice(at * mostToldAtOnce, (at + 1) * mostToldAtOnce),
    }));
  });
}

/** Of which mails in the ledger a word tells. One from before words named them tells of all that are in that trouble. */
export function toldBy(
  { step, about }: Pick<MailEntry, 'step' | 'about'>,
  ledger: MailEntry[],
  now: number,
): MailEntry[] {
  const names = about && new Set(about);
  return ledger.filter(mail => (names ? names.has(mailName(mail)) : step.startsWith(`${troubleWith(mail, now)}-`)));
}
