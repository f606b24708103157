import { dateOf, instantAt } from '../calendar/day.ts';
import { type Month, monthsAfter } from '../calendar/month.ts';
import { movedOffDaysOff, type OfficeDays, workingDaysBefore } from '../calendar/office-days.ts';
import type { Department } from './department.ts';
import { unitsOwing } from './owing.ts';
import type { Period, Timetable } from './period.ts';
import type { ReportDefinition } from './report-definition.ts';

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
