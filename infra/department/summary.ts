import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { unitsOwing } from '../../shared/domain/office/owing.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { termsToCome, timetable } from '../../shared/domain/office/timetable.ts';

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
  const terms = termsToCome(department, report, now).slice(0, periodsTold);
  if (terms.length === 0) return [`    không còn kỳ nào: kỳ cuối là ${termInWords(report.last ?? report.first)}`];
  return terms.map(term => {
    const { opensAt, deadline } = timetable(department, report, term);
    const owing = unitsOwing(department, report, term).length;
    return `    ${termInWords(term)}: mở ${inWords(opensAt)}, chốt ${inWords(deadline)}, ${owing} đơn vị`;
  });
}

const periodsTold = 3;
