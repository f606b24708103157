import * as z from 'zod/mini';
import { Term } from '../calendar/term.ts';
import { Id } from '../text/id.ts';
import { hindranceIn } from './hindrances.ts';

/**
 * The ledger of mails: every mail the house sends is an entry first, whatever it carries. An entry is sent at most once,
 * and never silently not at all. It is written before it is claimed: a claim says that SES is being asked, and nothing else.
 *
 *     pending ─claim─▶ claimed ─▶ sent ─▶ delayed ─▶ returned ─▶ delivered ─▶ undelivered ─▶ bounced ─▶ complained
 *        ▲                │
 *        └─── declined ───┤ refused: declined for the recipient's own fault, for good
 *                         └▶ unknown: no answer came; the tagged event tells, or the coordinator decides
 *
 * What SES reports of a mail it took comes twice, late and in any order, so a mail stands where the most certain of its reports
 * leaves it. `returned`: something came back that may be an automatic reply; where the mail is known to be delivered, that is
 * what it was. `undelivered`: it is not in the mailbox, which is there (full, or would not have this mail). `bounced`: no such
 * mailbox, for good. `complained`: it was read, and called spam.
 */
export const MailState = z.enum([
  'pending',
  'claimed',
  'unknown',
  'refused',
  'sent',
  'delayed',
  'returned',
  'delivered',
  'undelivered',
  'bounced',
  'complained',
]);
export type MailState = z.infer<typeof MailState>;

/**
 * Which mail: the step of a period it belongs to ("opening", "reminder-1", "edition-1", "turn-203"; "unknown-" and a digest of what it
 * tells of) and a digest of whom it is for.
 * All parts suit a tag of SES, so that an event finds its entry.
 */
export const MailId = z.object({
  report: Id,
  month: Term,
  step: z.string().check(z.regex(/^[a-z]+(-(\d{1,4}|[0-9a-f]{16}))?$/)),
  recipient: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
});
export type MailId = z.infer<typeof MailId>;

/** For whom a mail is: a unit that owes, a member of staff and where they are led, or the lines of Nơi nhận naming the address. */
export const Addressed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unit: Id }),
  z.object({
    kind: z.literal('staff'),
    staff: Id,
    path: z.optional(z.string()),
    /** Of a mail to sign in with: the digest of the secret of the browser that asked. */
    asker: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('recipient'), lines: z.array(z.string()) }),
]);
export type Addressed = z.infer<typeof Addressed>;

export const MailEntry = z.object({
  ...MailId.shape,
  address: z.string(),
  to: Addressed,
  state: MailState,
  attempts: z.number(),
  /** The last change, milliseconds since 1970. */
  at: z.number(),
  /** Of a mail a coordinator asked for: the unit's epoch then, absent for 0; a link of an earlier one may be dead. */
  epoch: z.optional(z.number()),
  /** Of a receipt: the sum of the revision it is of. */
  sum: z.optional(z.string()),
  /** Digest of the message that was sent, or may have been; none when the process ended before it could say. */
  sha256: z.optional(z.string()),
  messageId: z.optional(z.string()),
  /** Why it was not taken, bounced …, "Code: message" as SES says it. */
  reason: z.optional(z.string()),
  /** Of a mail that tells what became of a letter: which edition that is. */
  edition: z.optional(z.number()),
  /** The mails a word to the coordinators tells of, "step recipient" each. */
  about: z.optional(z.array(z.string())),
});
export type MailEntry = z.infer<typeof MailEntry>;

/** The name of a mail in its period, as forms and words of trouble have it. */
export function mailName({ step, recipient }: Pick<MailEntry, 'step' | 'recipient'>): string {
  return `${step} ${recipient}`;
}

/** The number in a mail's step, "resend-2". */
export function stepNumber({ step }: Pick<MailEntry, 'step'>): number {
  return Number(step.split('-')[1]);
}

/** What became of one attempt; what was declined certainly was not sent. */
export type Posted =
  | { kind: 'sent'; messageId: string }
  | { kind: 'declined'; reason: string }
  | { kind: 'unknown'; reason: string };

/** The state an attempt leaves an entry in: what was declined goes back to pending, unless the recipient's address is at fault. */
export function stateAfter(posted: Posted): MailState {
  if (posted.kind !== 'declined') return posted.kind;
  return hindranceIn(posted.reason).by === 'address' ? 'refused' : 'pending';
}

const order: Record<MailState, number> = {
  pending: 0,
  claimed: 1,
  unknown: 2,
  refused: 2,
  sent: 3,
  delayed: 4,
  returned: 5,
  delivered: 6,
  undelivered: 7,
  bounced: 8,
  complained: 9,
};

/** The states a report of SES may move on to `state`: it only moves forward, however often and in whatever order it comes. */
export function statesBefore(state: MailState): MailState[] {
  return MailState.options.filter(before => order[before] < order[state]);
}

/** True of a mail that is certainly not in its reader's mailbox. */
export function didNotArrive({ state }: Pick<MailEntry, 'state'>): boolean {
  return state === 'refused' || state === 'undelivered' || state === 'bounced';
}

/** How long SES's own report is waited for before a mail of unknown fate is parked: milliseconds. */
const reportWindow = 3_600_000;

/** True while the report of SES may still say what became of a mail. */
export function isAwaited({ state, at }: Pick<MailEntry, 'state' | 'at'>, now: number): boolean {
  return state === 'unknown' && now < at + reportWindow;
}

/** How many mails are of unknown fate, and no report of SES is waited for any more. */
export function lostIn(ledger: MailEntry[], now: number): number {
  return ledger.filter(mail => mail.state === 'unknown' && !isAwaited(mail, now)).length;
}

/** True once nothing more has to be sent: the letter of an edition is issued when this holds of all its mails. */
export function isSettled(state: MailState): boolean {
  return state !== 'pending' && state !== 'claimed';
}
