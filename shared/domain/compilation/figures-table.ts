import { type Term, termBefore, termsAfter } from '../calendar/term.ts';
import { remarkOn } from '../collection/remark.ts';
import type { Known } from '../figures/known.ts';
import { issuedIn, type Past } from '../figures/past.ts';
import type { Department } from '../office/department.ts';
import type { Indicator } from '../office/indicator.ts';
import { indicatorsIn } from '../office/owing.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import type { Report } from './report.ts';
import type { ReportedFigure } from './reported-figure.ts';

/** One indicator's value in one term; undefined where none is known: a gap, never a guess. */
export type Point = { month: Term; value: string | undefined };

/** All there is to tell of an indicator in a term. */
export type FigureRow = {
  indicator: Indicator;
  /** The name of the unit that owes it. */
  owner: string;
  figure: ReportedFigure;
  /** What stands out in it. */
  remark: string | undefined;
  /** Thirteen terms up to this one, oldest first: of months a year and the one it is compared with. */
  course: Point[];
};

/** The terms of a course, oldest first. */
export function courseTerms(term: Term): Term[] {
  return Array.from({ length: 13 }, (_, at) => termsAfter(term, at - 12));
}

export type Reported = { department: Department; definition: ReportDefinition; report: Report; known: Known };

/** The value of one term of a course. */
export function valueIn(course: Point[], term: Term): string | undefined {
  return course.find(({ month }) => month === term)?.value;
}

/** The figures of a report, in the order of the file, each with its course. */
export function figureRows({ department, definition, report, known }: Reported): FigureRow[] {
  const past: Past = { month: report.month, known };
  return indicatorsIn(definition, report.month).flatMap(indicator => {
    const figure = report.figures.find(({ code }) => code === indicator.code);
    if (!figure) return [];
    const owner = department.units.find(({ id }) => id === figure.unit)?.name ?? '';
    const remark = remarkOn(indicator, { ...figure, changes: {} }, past);
    return [{ indicator, owner, figure, remark, course: courseOf(indicator, figure, past) }];
  });
}

/** "Không phát sinh" counts as nought, as it does once it is issued. */
function courseOf(indicator: Indicator, { state, value, restates }: ReportedFigure, past: Past): Point[] {
  const before = termBefore(past.month);
  return courseTerms(past.month).map(month => {
    if (month === past.month) return { month, value: state === 'none' ? '0' : value };
    const issued = issuedIn(past, indicator, month);
    return { month, value: month === before ? (restates ?? issued) : issued };
  });
}
