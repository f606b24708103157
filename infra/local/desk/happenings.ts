import { termInWords } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import { termsToCome, timetable } from '../../../shared/domain/office/timetable.ts';

/** Something the calendar holds in store: `at` in milliseconds since 1970. */
export type Happening = { at: number; what: string };

/** What is next, soonest first: openings, reminders and deadlines of every report. */
export function nextHappenings(department: Department, now: number, most = 8): Happening[] {
  const happenings = department.reports.flatMap(report =>
    termsToCome(department, report, now).flatMap(term => {
      const { opensAt, reminders, deadline } = timetable(department, report, term);
      const name = `"${report.name}" ${termInWords(term)}`;
      return [
        { at: opensAt, what: `mở kỳ ${name}` },
        ...reminders.map((at, index) => ({ at, what: `nhắc lần ${index + 1} ${name}` })),
        { at: deadline, what: `hết hạn ${name}` },
      ];
    }),
  );
  return happenings
    .filter(({ at }) => at > now)
    .sort((one, other) => one.at - other.at)
    .slice(0, most);
}
