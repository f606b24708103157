import { monthAndYear, monthsAfter } from '../../../shared/domain/calendar/month.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import { timetable } from '../../../shared/domain/office/timetable.ts';

/** Something the calendar holds in store: `at` in milliseconds since 1970. */
export type Happening = { at: number; what: string };

/** What is next, soonest first: openings, reminders and deadlines of every report. */
export function nextHappenings(department: Department, now: number, most = 8): Happening[] {
  const here = new Date(now).toISOString().slice(0, 7);
  const happenings = department.reports.flatMap(report => {
    const months = [-3, -2, -1, 0, 1].map(count => monthsAfter(here, count));
    const first = report.first > here ? [report.first] : [];
    return [...months, ...first]
      .filter((month, at, all) => all.indexOf(month) === at && report.first <= month && month <= (report.last ?? month))
      .flatMap(month => {
        const { opensAt, reminders, deadline } = timetable(department, report, month);
        const name = `"${report.name}" tháng ${monthAndYear(month)}`;
        return [
          { at: opensAt, what: `mở kỳ ${name}` },
          ...reminders.map((at, index) => ({ at, what: `nhắc lần ${index + 1} ${name}` })),
          { at: deadline, what: `hết hạn ${name}` },
        ];
      });
  });
  return happenings
    .filter(({ at }) => at > now)
    .sort((one, other) => one.at - other.at)
    .slice(0, most);
}
