import { dateAt } from '../calendar/day.ts';
import { type Month, monthsAfter } from '../calendar/month.ts';
import type { Staff } from '../office/staff.ts';
import type { MailEntry } from './mail.ts';
import type { Notice } from './notices.ts';

/** The ledger's name for mails by which staff sign in; no report may bear it. */
export const signIn = 'sign-in';

/** How long the link in such a mail serves, milliseconds; it serves once. */
export const signInServes = 15 * 60_000;

/** How many such mails one person is sent in an hour: nobody's mailbox is flooded by a stranger. */
const mostAnHour = 5;

/**
 * The mail that brings a member of staff a link to sign in; undefined while one is still on its way, or after too many.
 * `path` is where they wanted to go. `ledger` holds the sign-in mails of the month.
 */
export function signInNotice(
  { id, mail }: Pick<Staff, 'id' | 'mail'>,
  path: string,
  ledger: Pick<MailEntry, 'to' | 'state' | 'at'>[],
  now: number,
): Notice | undefined {
  const earlier = ledger.filter(({ to }) => to.kind === 'staff' && to.staff === id);
  if (earlier.some(({ state }) => state === 'pending')) return undefined;
  if (earlier.filter(({ at }) => at > now - 3_600_000).length >= mostAnHour) return undefined;
  const step = `link-${earlier.length + 1}`;
  return { report: signIn, month: monthAt(now), step, address: mail, to: { kind: 'staff', staff: id, path } };
}

/** The months in whose ledgers a sign-in mail may still be waiting: it may have been asked for at the very end of one. */
export function signInMonths(now: number): Month[] {
  const month = monthAt(now);
  return [monthsAfter(month, -1), month];
}

/** Where someone may be led after signing in: a page of the board, and nowhere else. */
export function boardPath(path: string | null | undefined): string {
  return path && /^\/(board|years)(\/[\w-]+)*$/.test(path) ? path : '/board';
}

export function monthAt(now: number): Month {
  return dateAt(now).slice(0, 7);
}
