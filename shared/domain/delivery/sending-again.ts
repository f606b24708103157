import { sameAddress } from '../office/mail-address.ts';
import type { Period } from '../office/period.ts';
import { didNotArrive, isSettled, type MailEntry, mailName, stepNumber } from './mail.ts';
import type { Notice } from './notices.ts';

/** So long after a letter left, sending it to the same address again is asked about first; milliseconds. */
const justLeft = 10 * 60_000;

export type SendingAgain =
  /** One is on its way to the address: nothing is to be sent. */
  | { kind: 'on its way'; mail: MailEntry }
  /** One has just left: another is sent when the person, told so, says so once more. */
  | { kind: 'just left'; mail: MailEntry }
  | { kind: 'send'; notice: Notice };

export type Wanted = Pick<MailEntry, 'address' | 'to'> & {
  /** The name of the letter that the person knows has just left, and wants another after. */
  knowing?: string | undefined;
  /** Which edition, where another went out before it. */
  edition?: number | undefined;
};

/**
 * What becomes of a person's wish to send a letter to an address again; `to` names the lines of Nơi nhận it goes by. What did
 * not arrive stands in nobody's way. Each address counts its mails for itself.
 */
export function sendingAgain(
  { report, month }: Pick<Period, 'report' | 'month'>,
  { address, to, knowing, edition }: Wanted,
  { ledger, now }: { ledger: MailEntry[]; now: number },
): SendingAgain {
  const letters = ledger.filter(mail => isLetter(mail) && sameAddress(mail.address, address));
  const going = letters.find(({ state }) => !isSettled(state));
  if (going) return { kind: 'on its way', mail: going };
  const last = letters
    .filter(letter => !didNotArrive(letter))
    .sort((one, other) => one.at - other.at)
    .at(-1);
  if (last && now < last.at + justLeft && mailName(last) !== knowing) return { kind: 'just left', mail: last };
  const numbers = letters.filter(({ step }) => step.startsWith('resend-')).map(stepNumber);
  const step = `resend-${Math.max(0, ...numbers) + 1}`;
  return { kind: 'send', notice: { report, month, step, address, to, ...(edition && { edition }) } };
}

/** True for a letter to a recipient, sent at the issue or again. */
export function isLetter({ step, to }: Pick<MailEntry, 'step' | 'to'>): boolean {
  return to.kind === 'recipient' && /^(edition|resend)-/.test(step);
}
