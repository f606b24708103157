import type { Department } from '../office/department.ts';
import type { Period } from '../office/period.ts';
import { isSettled, type MailEntry } from './mail.ts';

/** A mail that is to be sent, before it is in the ledger. */
export type Notice = Pick<MailEntry, 'report' | 'month' | 'step' | 'address' | 'to' | 'sum'>;

/** The number of the last reminder that is due, counted from 1; undefined before the first. */
export function reminderDue(period: Pick<Period, 'reminders'>, now: number): number | undefined {
  return period.reminders.filter(at => at <= now).length || undefined;
}

/** What the opening of a period mails: each unit its link, each coordinator the board's. */
export function openingNotices(period: Period, department: Department): Notice[] {
  const { report, month } = period;
  const base = { report, month, step: 'opening' };
  return [
    ...period.units.flatMap(({ id, mail }) =>
      mail.map(address => ({ ...base, address, to: { kind: 'unit' as const, unit: id } })),
    ),
    ...coordinators(department).map(({ id, mail }) => ({
      ...base,
      address: mail,
      to: { kind: 'staff' as const, staff: id },
    })),
  ];
}

/** A reminder to the units that still owe; earlier reminders missed meanwhile are not made up for. */
export function reminderNotices(period: Period, owing: ReadonlySet<string>, now: number): Notice[] {
  const due = reminderDue(period, now);
  if (due === undefined) return [];
  return unitNotices(period, owing, `reminder-${due}`);
}

function unitNotices({ report, month, units }: Period, to: ReadonlySet<string>, step: string): Notice[] {
  return units
    .filter(({ id }) => to.has(id))
    .flatMap(({ id, mail }) =>
      mail.map(address => ({ report, month, step, address, to: { kind: 'unit' as const, unit: id } })),
    );
}

/**
 * What a coordinator asks to be mailed beyond the calendar: "nudge-2", a second reminder to those who owe; "link-1", a new
 * link to some units. Asked again while the last is on its way or within five minutes, it is the same one, so a double click
 * mails once.
 */
export function noticesAskedFor(
  kind: 'nudge' | 'link',
  period: Period,
  {
    units,
    ledger,
    now,
  }: { units: ReadonlySet<string>; ledger: Pick<MailEntry, 'step' | 'state' | 'at'>[]; now: number },
): Notice[] {
  const earlier = ledger.filter(({ step }) => step.startsWith(`${kind}-`));
  const last = Math.max(0, ...earlier.map(({ step }) => Number(step.split('-')[1])));
  const waiting = earlier.some(
    ({ step, state, at }) => step === `${kind}-${last}` && (state === 'pending' || now < at + sameAsking),
  );
  return unitNotices(period, units, `${kind}-${waiting ? last : last + 1}`);
}

/** Within this time the same request is the same mail, milliseconds. */
const sameAsking = 5 * 60_000;

/** By unit, how often it has handed in, 0 for one that owes still, and the sum of the last time. */
export type Revisions = ReadonlyMap<string, { revision: number; sum?: string | undefined }>;

/** A receipt to each unit that has handed in, of its latest revision. */
export function receiptNotices(period: Period, revisions: Revisions): Notice[] {
  return [...revisions].flatMap(([unit, { revision, sum }]) =>
    revision > 0
      ? unitNotices(period, new Set([unit]), `receipt-${revision}`).map(notice => ({
          ...notice,
          ...(sum ? { sum } : {}),
        }))
      : [],
  );
}

/**
 * Which mails of a period's ledger may go out before its close: a reminder goes to nobody who has handed in meanwhile, a
 * receipt is of the latest revision only.
 */
export function isDue(
  { step, to }: Pick<MailEntry, 'step' | 'to'>,
  revisions: Revisions,
  reminder: number | undefined,
): boolean {
  const [kind] = step.split('-');
  if (kind === 'opening' || kind === 'link' || kind === 'unknown') return true;
  const revision = to.kind === 'unit' ? revisions.get(to.unit)?.revision : undefined;
  if (kind === 'receipt') return step === `receipt-${revision}`;
  return revision === 0 && (step === `reminder-${reminder}` || kind === 'nudge');
}

/** Mails of a period that go out after its close, whichever edition: receipts, letters sent again, word of parked mails. */
export function goesAfterTheClose(mail: Pick<MailEntry, 'step' | 'to'>, revisions: Revisions): boolean {
  const [kind] = mail.step.split('-');
  if (kind === 'receipt') return isDue(mail, revisions, undefined);
  return kind === 'resend' || kind === 'unknown';
}

/**
 * A letter sent again to one recipient because a person said so; undefined while the last such mail to the address is on its
 * way, so a double click mails once. `to` names the lines of Nơi nhận it goes by.
 */
export function resendNotice(
  { report, month }: Pick<Period, 'report' | 'month'>,
  { address, to }: Pick<MailEntry, 'address' | 'to'>,
  ledger: Pick<MailEntry, 'step' | 'state' | 'address'>[],
): Notice | undefined {
  const earlier = ledger.filter(({ step }) => step.startsWith('resend-'));
  const waiting = earlier.some(mail => mail.address === address && !isSettled(mail.state));
  return waiting ? undefined : { report, month, step: `resend-${earlier.length + 1}`, address, to };
}

/** What coordinators are told: `step` says of what. */
export function coordinatorNotices(
  period: Pick<Period, 'report' | 'month'>,
  step: string,
  department: Department,
): Notice[] {
  const { report, month } = period;
  return coordinators(department).map(({ id, mail }) => ({
    report,
    month,
    step,
    address: mail,
    to: { kind: 'staff' as const, staff: id },
  }));
}

/** Word to the coordinators that mails are parked; another one when there are more. */
export function parkedNotices(
  period: Pick<Period, 'report' | 'month'>,
  parked: MailEntry[],
  department: Department,
): Notice[] {
  return parked.length > 0 ? coordinatorNotices(period, `unknown-${parked.length}`, department) : [];
}

function coordinators(department: Department) {
  return department.staff.filter(({ roles }) => roles.includes('coordinator'));
}
