import { type Month, monthsAfter } from '../calendar/month.ts';
import { remarkOn } from '../collection/remark.ts';
import type { Past, Series } from '../figures/series.ts';
import type { Department } from '../office/department.ts';
import type { Indicator } from '../office/indicator.ts';
import { indicatorsIn } from '../office/owing.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import type { Report } from './report.ts';
import type { ReportedFigure } from './reported-figure.ts';

/** One indicator's value in one month; undefined where none is known: a gap, never a guess. */
export type Point = { month: Month; value: string | undefined };

/** All there is to tell of an indicator in a month. */
export type FigureRow = {
  indicator: Indicator;
  /** The name of the unit that owes it. */
  owner: string;
  figure: ReportedFigure;
  /** What stands out in it. */
  remark: string | undefined;
  /** Thirteen months up to this one, oldest first: a year and the month it is compared with. */
  course: Point[];
};

/** The months of a course, oldest first. */
export function courseMonths(month: Month): Month[] {
  return Array.from({ length: 13 }, (_, at) => monthsAfter(month, at - 12));
}

export type Reported = { department: Department; definition: ReportDefinition; report: Report; series: Series };

/** The figures of a report, in the order of the file, each with its course. */
export function figureRows({ department, definition, report, series }: Reported): FigureRow[] {
  const past: Past = { month: report.month, series };
  return indicatorsIn(definition, report.month).flatMap(indicator => {
    const figure = report.figures.find(({ code }) => code === indicator.code);
    if (!figure) return [];
    const owner = department.units.find(({ id }) => id === figure.unit)?.name ?? '';
    const remark = remarkOn(indicator, { ...figure, changes: {} }, past);
    return [{ indicator, owner, figure, remark, course: courseOf(indicator, figure, past) }];
  });
}

/** "Không phát sinh" counts as nought, as it does once it is issued. */
function courseOf({ code }: Indicator, { state, value, restates }: ReportedFigure, { month, series }: Past): Point[] {
  const before = monthsAfter(month, -1);
  return courseMonths(month).map(each => {
    if (each === month) return { month: each, value: state === 'none' ? '0' : value };
    const issued = series.get(each)?.get(code);
    return { month: each, value: each === before ? (restates ?? issued) : issued };
  });
}
