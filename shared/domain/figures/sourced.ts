import {
  type Cadence,
  firstMonthOf,
  lastMonthOf,
  monthsOf,
  type Term,
  termsMakingUp,
  yearToDate,
} from '../calendar/term.ts';
import type { Department } from '../office/department.ts';
import { addsUp, type Indicator } from '../office/indicator.ts';
import { ownersIn, takenFrom } from '../office/owing.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import { exact, inFull, sum } from './exact.ts';
import {
  figureKnown,
  type Known,
  type KnownFigure,
  type KnownSum,
  knownFrom,
  nameIn,
  nameOf,
  sumsKnown,
  type Whose,
} from './known.ts';

/** A report, the office it is of, and the terms whose figures are wanted. */
export type Taking = { department: Department; definition: ReportDefinition; terms: Term[] };

/** The other reports that this one takes indicators from, by their ids, and the terms of each that make up its own. */
export function termsTaken({ department, definition, terms }: Taking): Map<string, Term[]> {
  const ids = new Set(definition.indicators.flatMap(({ source }) => source?.report ?? []));
  const from = department.reports.filter(({ id }) => ids.has(id));
  const within = (report: ReportDefinition) => terms.flatMap(term => termsMakingUp(cadence(report), monthsOf(term)));
  return new Map(from.map(report => [report.id, [...new Set(within(report))]]));
}

/**
 * What is known of a report, with what it takes from others: in each of its terms made of the shorter terms that were issued
 * there, each as last known. A term that lacks one of them has no figure of it, but for one that this report issued itself or has in
 * its history; `lacking` says what is still to come. `theirs` is what is known of each of the other reports.
 */
export function withTaken(known: Known, taking: Taking, theirs: ReadonlyMap<string, Known>): Known {
  if (theirs.size === 0) return known;
  const { department, definition, terms } = taking;
  const figures = new Map(known.figures);
  const sums = new Map(known.sums);
  const lacking = new Map<string, Term[]>();
  for (const { code, source } of definition.indicators) {
    const report = department.reports.find(({ id }) => id === source?.report);
    const taken = takenFrom(department.reports, source);
    const there = report && theirs.get(report.id);
    if (!taken || !there) continue;
    const making = { taken, there, owing: owingIn(department, taken) };
    for (const unit of [undefined, ...(taken.owedBy ? department.units.map(({ id }) => id) : [])]) {
      const of = { code, unit };
      for (const term of terms) {
        const { figure, lacks } = made(termsMakingUp(cadence(report), monthsOf(term)), unit, making);
        if (figure) figures.set(nameIn(term, of), figure);
        if (lacks.length > 0) lacking.set(nameIn(term, of), lacks);
      }
      const year = soFar(terms, { ...making, unit, cadence: cadence(report), yearBegins: definition.yearBegins });
      if (year.length > 0) sums.set(nameOf(of), [...sumsKnown({ sums }, of), ...year]);
    }
  }
  return { figures, sums, plans: withPlansTaken(known, taking), lacking };
}

type SoFar = Making & { unit: string | undefined; cadence: Cadence; yearBegins: number | undefined };

/** The year up to each term, of an office that has its first terms as one sum; else it is what the terms themselves add up to. */
function soFar(terms: Term[], { unit, cadence, yearBegins, ...making }: SoFar): KnownSum[] {
  if (sumsKnown(making.there, { code: making.taken.code, unit }).length === 0) return [];
  return terms.flatMap(until => {
    const year = termsMakingUp(cadence, yearToDate(until, yearBegins));
    const { figure } = made(year, unit, making);
    return figure ? [{ since: firstMonthOf(year[0] ?? until), until, value: figure.value }] : [];
  });
}

type Making = { taken: Indicator; there: Known; owing: (term: Term) => ReadonlySet<string> };

/** The figure made of some terms of the other report, or the terms of it that are lacking. */
function made(terms: Term[], unit: string | undefined, { taken, there, owing }: Making) {
  const { months, kind, code } = taken;
  const asked = terms.filter(
    term =>
      (months?.includes(Number(lastMonthOf(term).slice(5))) ?? true) && (unit === undefined || owing(term).has(unit)),
  );
  if (kind === 'index') return { lacks: [] };
  const [first = ''] = terms;
  // A stock is its last value, and a rate the last one told.
  const needed = addsUp(taken) ? asked : asked.slice(-1);
  return addedUp(needed, { code, unit }, { there, since: first && firstMonthOf(first) });
}

/** The sum of what each term issued; an office that started within them has the sum of the first ones. */
function addedUp(
  terms: Term[],
  whose: Whose,
  { there, since }: { there: Known; since: string },
): { figure?: KnownFigure; lacks: Term[] } {
  const given = terms.map(term => ({ term, figure: figureKnown(there, whose, term) }));
  const lacks = (of: typeof given) => of.flatMap(({ term, figure }) => (figure ? [] : term));
  const sums = sumsKnown(there, whose).filter(each => each.since === since && terms.includes(each.until));
  const longest = sums.toSorted((one, other) => (one.until < other.until ? -1 : 1)).at(-1);
  const begun = longest && lacks(given).length > 0 ? longest : undefined;
  const rest = begun ? given.slice(terms.indexOf(begun.until) + 1) : given;
  const parts = [
    ...(begun ? [{ value: begun.value, estimated: false }] : []),
    ...rest.flatMap(({ figure }) => figure ?? []),
  ];
  const total = sum(parts.map(({ value }) => exact(value)));
  if (!total || lacks(rest).length > 0) return { lacks: lacks(rest) };
  return { figure: { value: inFull(total), estimated: parts.some(({ estimated }) => estimated) }, lacks: [] };
}

/** What an office plans for a year it says once: the plan of the indicator taken, where this report has none of its own. */
function withPlansTaken(known: Known, { department, definition }: Taking): Known['plans'] {
  const { plan = [] } = department;
  const own = new Set(plan.map(({ indicator }) => indicator));
  const taken = definition.indicators.flatMap(({ code, source }) =>
    own.has(code)
      ? []
      : plan.filter(each => each.indicator === source?.indicator).map(each => ({ ...each, indicator: code })),
  );
  return new Map([...known.plans, ...knownFrom([], [], taken).plans]);
}

/** Each term is asked about for every unit. */
function owingIn(department: Department, taken: Indicator): (term: Term) => ReadonlySet<string> {
  const owing = new Map<Term, ReadonlySet<string>>();
  return term => {
    const units = owing.get(term) ?? new Set(ownersIn(department, taken, term));
    owing.set(term, units);
    return units;
  };
}

function cadence({ cadence = 'month' }: ReportDefinition) {
  return cadence;
}
