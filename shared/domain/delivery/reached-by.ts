import { didNotArrive, isSettled, type MailEntry, stepNumber } from './mail.ts';
import { isLetter } from './sending-again.ts';

/**
 * The mails by which an edition's letter reached its recipients, or may have, at the issue or sent again: each address once. One that was
 * sent again says which edition it was where there was one before that went out, too.
 */
export function reachedBy(number: number, ledger: MailEntry[]): MailEntry[] {
  const first = Math.min(...ledger.filter(({ step }) => step.startsWith('edition-')).map(stepNumber));
  const editionOf = (mail: MailEntry) =>
    mail.step.startsWith('edition-') ? stepNumber(mail) : (mail.edition ?? first);
  const letters = ledger.filter(mail => isLetter(mail) && editionOf(mail) === number && mayHaveArrived(mail));
  return [...new Map(letters.map(letter => [letter.address.toLowerCase(), letter])).values()];
}

/** Of one that is being sent nobody knows yet; a tick after it is settled does. */
export function mayHaveArrived(mail: MailEntry): boolean {
  return isSettled(mail.state) && !didNotArrive(mail);
}
