import type { Department } from './department.ts';
import type { MailEntry } from './mail.ts';
import type { Period } from './period.ts';

/** A mail that is to be sent, before it is in the ledger. */
export type Notice = Pick<MailEntry, 'report' | 'month' | 'step' | 'address' | 'to'>;

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

/** Which mails of a period's ledger may go to units now: a reminder goes to nobody who has handed in meanwhile. */
export function isDue(
  { step, to }: Pick<MailEntry, 'step' | 'to'>,
  owing: ReadonlySet<string>,
  reminder: number | undefined,
): boolean {
  const [kind] = step.split('-');
  if (kind === 'opening' || kind === 'link') return true;
  const reminds = step === `reminder-${reminder}` || kind === 'nudge';
  return reminds && to.kind === 'unit' && owing.has(to.unit);
}

/** What coordinators are told when an edition was compiled: `step` says which edition. */
export function editionNotices(
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

function coordinators(department: Department) {
  return department.staff.filter(({ roles }) => roles.includes('coordinator'));
}
