import { type Term, termsAfter } from '../calendar/term.ts';
import { remarkOn } from '../collection/remark.ts';
import { totalOf } from '../figures/measures.ts';
import type { MeasureName } from '../figures/one-measure.ts';
import { shown } from '../figures/shown.ts';
import { addsUp, type Indicator, type Total } from '../office/indicator.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import { unitNames } from '../office/unit.ts';
import { coursesOf, type Point, type Reported } from './course.ts';
import { type Planned, plansOf } from './planned.ts';
import { measureOf, type ReportedFigure } from './reported-figure.ts';
import { toldIn } from './told.ts';

/** A figure with what it is compared with, plain decimals; undefined where nothing is known. */
export type FigureLine = {
  figure: Omit<ReportedFigure, 'units' | 'without'>;
  previous: string | undefined;
  lastYear: string | undefined;
  soFar: string | undefined;
  soFarLastYear: string | undefined;
  plans: Planned[];
  /** What stands out in it. */
  remark: string | undefined;
};

/** How a figure came about: handed in by one unit, made of the units', taken from another report, or computed from other indicators. */
export type Making = { by: 'unit' | 'report'; name: string } | { by: 'total'; how: Total } | { by: 'formula' };

/** All there is to tell of an indicator in a term. */
export type FigureRow = FigureLine & {
  indicator: Indicator;
  making: Making;
  /** Of what many owe, or what is made of that, each unit's; in the order of the units. */
  units: (FigureLine & { name: string })[];
  /** The units that gave nothing. */
  without: string[];
};

/** The terms of a course, oldest first: thirteen up to this one, of months a year and the one it is compared with. */
export function courseTerms(term: Term): Term[] {
  return Array.from({ length: 13 }, (_, at) => termsAfter(term, at - 12));
}

/** The figures of a report, in the order of the file. */
export function figureRows(reported: Reported): FigureRow[] {
  const { department, definition, report, known } = reported;
  const { yearBegins } = definition;
  const { reports } = department;
  const names = unitNames(department);
  const nameOf = (unit: string | undefined) => names.get(unit ?? '') ?? '';
  const line = (indicator: Indicator, figure: FigureLine['figure'], unit?: string): FigureLine => {
    const measure = (name: MeasureName) => {
      const known = measureOf(figure, name);
      return known && shown(indicator, known);
    };
    const whole = indicator.owedBy && unit === undefined;
    return {
      figure,
      previous: measure('previous'),
      lastYear: measure('last-year'),
      soFar: tellsYearSoFar(indicator) ? measure('year-to-date') : undefined,
      soFarLastYear: tellsYearSoFar(indicator) ? measure('year-to-date-last-year') : undefined,
      plans: plansOf(indicator, figure, definition.saying),
      remark: whole
        ? undefined
        : remarkOn(indicator, { ...figure, changes: {} }, { month: report.month, known, unit, yearBegins }),
    };
  };
  return toldIn(definition, report).map(({ indicator, figure: found }) => {
    const { units = [], without = [], ...figure } = found;
    const own = line(indicator, figure);
    const ofUnits = units.map(each => ({ ...line(indicator, each, each.unit), name: nameOf(each.unit) }));
    const doubtful = ofUnits.filter(({ remark }) => remark).map(({ name }) => name);
    return {
      indicator,
      ...own,
      remark: doubtful.length > 0 ? `Số liệu cần xem lại: ${someOf(doubtful)}.` : own.remark,
      making: makingOf(indicator, nameOf(figure.unit), reports),
      units: ofUnits,
      without: without.map(nameOf),
    };
  });
}

/**
 * True of an indicator whose year so far tells something: where the office tells it, and of what is said to be a flow or a count.
 * Before there were kinds an index had none either, and a sum of indices is nothing.
 */
export function tellsYearSoFar({ kind, yearToDate }: Indicator): boolean {
  return yearToDate !== undefined || (kind !== undefined && addsUp({ kind }));
}

/** The rows with the course of each. */
export function withCourses<Row extends FigureRow>(rows: Row[], reported: Reported): (Row & { course: Point[] })[] {
  const courseOf = coursesOf(reported);
  const terms = courseTerms(reported.report.month);
  return rows.map(row => ({ ...row, course: courseOf({ indicator: row.indicator, terms }) }));
}

/** "A, B, C và 4 đơn vị khác". */
export function someOf(names: string[], most = 3): string {
  const others = names.length - most;
  return others > 1 ? `${names.slice(0, most).join(', ')} và ${others} đơn vị khác` : names.join(', ');
}

function makingOf(indicator: Indicator, owner: string, reports: ReportDefinition[]): Making {
  const { source, formula } = indicator;
  if (source) return { by: 'report', name: reports.find(({ id }) => id === source.report)?.name ?? '' };
  if (formula !== undefined) return { by: 'formula' };
  return indicator.owedBy ? { by: 'total', how: totalOf(indicator) } : { by: 'unit', name: owner };
}
