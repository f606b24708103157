import { monthAt } from '../calendar/day.ts';
import { type Month, monthsAfter } from '../calendar/month.ts';
import { sameAddress } from '../office/mail-address.ts';
import type { Staff } from '../office/staff.ts';
import { type MailEntry, stepNumber } from './mail.ts';
import type { Notice } from './notices.ts';

/** The ledger's name for mails by which staff sign in; no report may bear it. */
export const signIn = 'sign-in';

/** How long the link in such a mail serves, milliseconds; it serves once. */
export const signInServes = 15 * 60_000;

/** So long after signing in somebody may approve: who approves was at the mailbox a moment ago. Milliseconds. */
export const signInIsFresh = 15 * 60_000;

/** How often in an hour one asker is mailed a link at once for one mailbox. */
export const askedAtOnce = 5;

/** How many are mailed at once into one mailbox in an hour, whoever asks. */
const mostAtOnce = 10;

/** Beyond that one is mailed so often, milliseconds: sooner than the last one's link ends, so a live one is always at hand. */
const oneEvery = 10 * 60_000;

export type SignInsBefore = {
  /** The sign-in mails of the month. */
  ledger: Pick<MailEntry, 'step' | 'address' | 'to' | 'state' | 'at'>[];
  /** Whether this asker has asked for this mailbox too often. */
  tooOften: boolean;
  now: number;
};

/**
 * The mail that brings a member of staff a link to sign in; `path` is where they wanted to go, `asker` the digest of the browser's
 * secret that asks. Undefined while one waits to be
 * sent, or where asking goes beyond its bounds and a link mailed lately still serves: whatever strangers ask, its owner finds a
 * link in the mailbox that opens the board, and never more than a few.
 */
export function signInNotice(
  { id, mail }: Pick<Staff, 'id' | 'mail'>,
  { path, asker }: { path: string; asker?: string | undefined },
  { ledger, tooOften, now }: SignInsBefore,
): Notice | undefined {
  const earlier = ledger.filter(({ to }) => to.kind === 'staff' && to.staff === id);
  if (earlier.some(({ state, address }) => state === 'pending' && sameAddress(address, mail))) return undefined;
  const atOnce = !tooOften && earlier.filter(({ at }) => at > now - 3_600_000).length < mostAtOnce;
  if (!atOnce && earlier.some(({ at }) => at > now - oneEvery)) return undefined;
  const last = Math.max(0, ...earlier.map(stepNumber));
  const to = { kind: 'staff' as const, staff: id, path, ...(asker && { asker }) };
  return { report: signIn, month: monthAt(now), step: `link-${last + 1}`, address: mail, to };
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
