import type { Department } from './department.ts';
import type { MailEntry } from './mail.ts';
import type { Period } from './period.ts';

type Notice = Pick<MailEntry, 'report' | 'month' | 'step' | 'address' | 'to'>;

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
  const { report, month } = period;
  return period.units
    .filter(({ id }) => owing.has(id))
    .flatMap(({ id, mail }) =>
      mail.map(address => ({
        report,
        month,
        step: `reminder-${due}`,
        address,
        to: { kind: 'unit' as const, unit: id },
      })),
    );
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
