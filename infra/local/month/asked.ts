import type { Month } from '../../../shared/domain/calendar/month.ts';
import type { Answers } from '../../../shared/domain/collection/answers.ts';
import type { Department } from '../../../shared/domain/office/department.ts';

/** What month to run, of which department, with what its units hand in: answers by unit, then by report. */
export type Asked = {
  department: Department;
  answers: ReadonlyMap<string, ReadonlyMap<string, Answers>>;
  month: Month;
  out: string;
};
