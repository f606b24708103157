import * as z from 'zod/mini';
import { dateOf, instantAt, movedOffDaysOff, type OfficeDays, workingDaysBefore } from './calendar.ts';
import { CalendarDate, type Department, Id, type ReportDefinition, unitsOwing } from './department.ts';
import { Month, monthsAfter } from './month.ts';

/** Kỳ báo cáo: its states follow one another, each step one conditional write. */
export const PeriodState = z.enum(['open', 'closing', 'closed', 'compiled', 'held', 'issued']);
export type PeriodState = z.infer<typeof PeriodState>;

/** A unit owing: what is needed to find its head and to write to it. */
export const OwingUnit = z.object({ id: Id, name: z.string(), mail: z.array(z.string()) });
export type OwingUnit = z.infer<typeof OwingUnit>;

/**
 * One period of one report, fixed at its opening. `definition` is the hash of the department as published then: a later
 * edit never changes a period already open. Instants are milliseconds since 1970 in UTC.
 */
export const Period = z.object({
  report: Id,
  month: Month,
  state: PeriodState,
  definition: z.string(),
  opensAt: z.number(),
  deadline: z.number(),
  reminders: z.array(z.number()),
  window: z.object({ from: CalendarDate, to: CalendarDate }),
  units: z.array(OwingUnit),
  shards: z.number(),
});
export type Period = z.infer<typeof Period>;

/** When a period's parts happen, by the calendar of the office. */
export type Timetable = Pick<Period, 'opensAt' | 'deadline' | 'reminders' | 'window'>;

/** Computes when a month's period opens, reminds and closes, and which days its figures cover. */
export function timetable(office: OfficeDays, report: ReportDefinition, month: Month): Timetable {
  const due = movedOffDaysOff(office, dateOf(report.deadline, month), report.deadline.onDayOff);
  const opensAt = instantAt(dateOf(report.opening, month), report.opening.at);
  const deadline = instantAt(due, report.deadline.at);
  return {
    opensAt,
    deadline,
    reminders: report.reminders
      .map(reminder => instantAt(workingDaysBefore(office, due, reminder.workingDaysBefore), reminder.at))
      .filter(at => opensAt < at && at < deadline)
      .sort((a, b) => a - b),
    window: { from: dateOf(report.window.from, month), to: dateOf(report.window.to, month) },
  };
}

/** One partition of the table takes about a thousand writes a second; past that many units the heads are spread. */
const unitsPerShard = 1_000;

/** A period as it is opened: `definition` names the published department it pins. */
export function opened(department: Department, definition: string, report: ReportDefinition, month: Month): Period {
  const units = unitsOwing(department, report, month).map(({ id, name, mail }) => ({ id, name, mail }));
  return {
    report: report.id,
    month,
    state: 'open',
    definition,
    ...timetable(department, report, month),
    units,
    shards: Math.max(1, Math.ceil(units.length / unitsPerShard)),
  };
}

/** The partition a unit's head lies in, spread evenly by the unit's name. */
export function shardOf(unit: string, shards: number): number {
  let sum = 0;
  for (const letter of unit) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % shards;
}

/**
 * The months of a report that should be open at `now`: opened by then and not yet due. A tick that comes late opens them
 * late. A month whose whole span was missed is never opened: no unit could have handed in, so no letter is made of it.
 */
export function monthsToOpen(office: OfficeDays, report: ReportDefinition, now: number): Month[] {
  return monthsUntil(report, now).filter(month => {
    const { opensAt, deadline } = timetable(office, report, month);
    return opensAt <= now && now < deadline;
  });
}

/** No rule reaches further than three months after its own (`DayOfMonth`), so six months back cover every open one. */
const monthsLookedBack = 6;

function monthsUntil(report: ReportDefinition, now: number): Month[] {
  const latest = monthsAfter(new Date(now).toISOString().slice(0, 7), 2);
  return Array.from({ length: monthsLookedBack + 3 }, (_, back) =>
    monthsAfter(latest, back - monthsLookedBack - 2),
  ).filter(month => report.first <= month && month <= (report.last ?? month));
}

/** A submission on the stroke of the deadline is late. */
export function isLate(period: Pick<Period, 'deadline'>, receivedAt: number): boolean {
  return receivedAt >= period.deadline;
}
