import type { Term } from '../../../shared/domain/calendar/term.ts';
import type { Answers } from '../../../shared/domain/collection/answers.ts';
import type { Department } from '../../../shared/domain/office/department.ts';

/** What term to run, of which department, with what its units hand in: answers by unit, then by report. */
export type Asked = {
  department: Department;
  answers: ReadonlyMap<string, ReadonlyMap<string, Answers>>;
  month: Term;
  out: string;
};
