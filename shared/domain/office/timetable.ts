import { dateAt, dateOf, instantAt, monthAt } from '../calendar/day.ts';
import { type Month, monthsAfter } from '../calendar/month.ts';
import { movedOffDaysOff, type OfficeDays, workingDaysBefore } from '../calendar/office-days.ts';
import { lastMonthOf, type Term, termsEndingIn } from '../calendar/term.ts';
import type { Department } from './department.ts';
import type { Escalation } from './escalation.ts';
import { madeOf, unitsOwing } from './owing.ts';
import type { Period, Timetable } from './period.ts';
import type { ReportDefinition } from './report-definition.ts';

/** Computes when a month's period opens, reminds and closes, and which days its figures cover. */
export function timetable(office: OfficeDays, report: ReportDefinition, month: Term): Timetable {
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

/** When those above the units that owe are told of it, earliest first; none of an hour outside the time in which a period is open. */
export function escalations(
  office: OfficeDays,
  { escalation = [] }: Pick<ReportDefinition, 'escalation'>,
  { opensAt, deadline }: Pick<Period, 'opensAt' | 'deadline'>,
): { at: number; to: Escalation['to'] }[] {
  return escalation
    .map(each => ({
      at: instantAt(workingDaysBefore(office, dateAt(deadline), each.workingDaysBefore), each.at),
      to: each.to,
    }))
    .filter(({ at }) => opensAt < at && at < deadline)
    .sort((one, other) => one.at - other.at);
}

/** One partition of the table takes about a thousand writes a second; past that many units the heads are spread. */
const unitsPerShard = 1_000;

/** A period as it is opened: `definition` names the published department it pins. */
export function opened(department: Department, definition: string, report: ReportDefinition, month: Term): Period {
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
 * The terms of a report that should be open at `now`: opened by then and not yet due. A tick that comes late opens them
 * late. A term whose whole span was missed is never opened: no unit could have handed in, so no letter is made of it.
 */
export function termsToOpen(office: OfficeDays, report: ReportDefinition, now: number): Term[] {
  return termsAround(report, now).filter(term => {
    const { opensAt, deadline } = timetable(office, report, term);
    return opensAt <= now && now < deadline;
  });
}

/** As many months as are looked ahead: three terms of the longest cadence. */
const monthsLookedAhead = 36;

/** The terms of a report that are not due yet at `now`, or from its first on, oldest first: those of three years. */
export function termsToCome(office: OfficeDays, report: ReportDefinition, now: number): Term[] {
  const earliest = monthsAfter(monthAt(now), -monthsLookedBack);
  const from = [earliest, lastMonthOf(report.first)].sort().at(-1) ?? earliest;
  return termsMade(report, from, monthsAfter(from, monthsLookedBack + monthsLookedAhead)).filter(
    term => timetable(office, report, term).deadline > now,
  );
}

/** No rule reaches further than three months after the month its term ends in (`DayOfMonth`), so six months back cover every open one. */
const monthsLookedBack = 6;

function termsAround(report: ReportDefinition, now: number): Term[] {
  const here = monthAt(now);
  return termsMade(report, monthsAfter(here, -monthsLookedBack), monthsAfter(here, 2));
}

/** The terms a report is made of that end in these months, oldest first. */
function termsMade(report: ReportDefinition, from: Month, to: Month): Term[] {
  return termsEndingIn(report.cadence ?? 'month', from, to).filter(term => madeOf(report, term));
}
