import { type Term, termAYearAfter } from '../calendar/term.ts';
import { type Known, knownFrom } from '../figures/known.ts';
import { type Measures, measuresOf } from '../figures/measures.ts';
import { shown } from '../figures/shown.ts';
import type { Department } from '../office/department.ts';
import { formulasOf } from '../office/formulas-of.ts';
import type { Indicator } from '../office/indicator.ts';
import { indicatorsIn, ownersIn } from '../office/owing.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import { figuresToIssue } from './issued.ts';
import type { Report } from './report.ts';
import { measureOf } from './reported-figure.ts';

export type Reported = { department: Department; definition: ReportDefinition; report: Report; known: Known };

/** An indicator's value in one term, a plain decimal, and whether an estimate went into it; none where none is known: a gap, never a guess. */
export type Point = { month: Term; value: string | undefined; estimated?: boolean };

/** What is asked of a course: the values of terms, or of each the year so far; of the whole office. */
export type Asked = { indicator: Indicator; terms: Term[]; soFar?: boolean };

/**
 * Answers for the courses of a report's indicators: each term as it was issued, that of the report and what it restates as they
 * would be if it were issued now. "Không phát sinh" counts as nought. A total is the units', or what was issued as such.
 */
export function coursesOf({ department, definition, report, known }: Reported): (asked: Asked) => Point[] {
  const issuedNow = knownFrom([], figuresToIssue(report));
  const past = { ...known, figures: new Map([...known.figures, ...issuedNow.figures]) };
  const told = new Map(report.figures.map(figure => [figure.code, figure]));
  const issued = new Map<Term, Measures>();
  const issuedBy = (term: Term): Measures => {
    const measures = issued.get(term) ?? asIssued({ department, definition, report, known: past }, term);
    issued.set(term, measures);
    return measures;
  };
  return ({ indicator, terms, soFar = false }) =>
    terms.map(month => {
      const now = soFar && month === report.month ? told.get(indicator.code) : undefined;
      const sum = measureOf(now, 'year-to-date');
      if (sum) return { month, value: shown(indicator, sum), ...estimated(now?.yearToDate?.estimated) };
      const measured = issuedBy(month).of(soFar ? 'year-to-date-last-year' : 'last-year', indicator.code);
      return { month, value: measured && shown(indicator, measured.exact), ...estimated(measured?.estimated) };
    });
}

function estimated(guessed: boolean | undefined): { estimated?: true } {
  return guessed ? { estimated: true } : {};
}

/** A term that was issued is last year's of a term in which every unit handed in: so all that is known of it counts. */
function asIssued({ department, definition, report, known }: Reported, term: Term): Measures {
  const indicators = indicatorsIn(definition, report.month);
  const figures = Object.fromEntries(indicators.map(({ code }) => [code, { state: 'none' as const, changes: {} }]));
  const units = department.units.map(({ id }) => id);
  return measuresOf({
    term: termAYearAfter(term),
    yearBegins: definition.yearBegins,
    indicators,
    formulas: formulasOf(indicators),
    lists: [],
    known,
    given: new Map(units.map(unit => [unit, { figures, lists: {} }])),
    units,
    owing: indicator => ownersIn(department, indicator, term),
  });
}
