import type { Replaces } from '../compilation/replaces.ts';
import type { Report } from '../compilation/report.ts';
import type { Department } from '../office/department.ts';
import type { Timetable } from '../office/period.ts';
import type { ReportDefinition } from '../office/report-definition.ts';

/** What a letter is composed of. */
export type Composed = {
  department: Department;
  definition: ReportDefinition;
  report: Report;
  window: Timetable['window'];
  /** The date the letter bears, "2021-11-16". */
  date: string;
  /** Of a letter that takes the place of another. */
  replaces?: Replaces | undefined;
  /** Its number, as it is printed; a letter without one leaves room for it. */
  so?: string;
  /** True of one that is given its number, and with it its date, after it is signed: both have room in it. */
  undated?: boolean;
  /** What a preview says above itself; what is missing is then marked. */
  banXemTruoc?: string;
};
