import { dateAt, inWords } from '../../shared/domain/calendar/day.ts';
import { type Month, monthAndYear, monthsAfter } from '../../shared/domain/calendar/month.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { unitsOwing } from '../../shared/domain/office/owing.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { timetable } from '../../shared/domain/office/timetable.ts';

/** What a folder says, line by line, so that a person sees whether it is what was meant; periods are those to come. */
export function summaryOf(department: Department, now: number): string[] {
  const { name, units, staff, history, reports } = department;
  return [
    `${name}: ${units.length} đơn vị, ${staff.length} cán bộ, ${reports.length} báo cáo, ${history.length} số liệu cũ.`,
    ...reports.flatMap(report => [
      `  ${report.id}: ${report.indicators.length} chỉ tiêu, ${report.tasks.length} nhiệm vụ, ${report.recipients.length} nơi nhận`,
      ...periodsOf(department, report, now),
    ]),
  ];
}

function periodsOf(department: Department, report: ReportDefinition, now: number): string[] {
  const months = monthsToCome(department, report, now);
  if (months.length === 0)
    return [`    không còn kỳ nào: kỳ cuối là tháng ${monthAndYear(report.last ?? report.first)}`];
  return months.map(month => {
    const { opensAt, deadline } = timetable(department, report, month);
    const owing = unitsOwing(department, report, month).length;
    return `    tháng ${monthAndYear(month)}: mở ${inWords(opensAt)}, chốt ${inWords(deadline)}, ${owing} đơn vị`;
  });
}

const periodsTold = 3;
/** A deadline lies at most three months after its period's month, and one more for days off. */
const monthsLookedBack = 4;

function monthsToCome(department: Department, report: ReportDefinition, now: number): Month[] {
  const earliest = monthsAfter(dateAt(now).slice(0, 7), -monthsLookedBack);
  const start = [earliest, report.first].sort().at(-1) ?? report.first;
  return Array.from({ length: monthsLookedBack + periodsTold + 2 }, (_, count) => monthsAfter(start, count))
    .filter(month => month <= (report.last ?? month) && timetable(department, report, month).deadline > now)
    .slice(0, periodsTold);
}
