import {
  lastMonthOf,
  type Term,
  termAYearBefore,
  termBefore,
  termsSoFar,
  yearOfTerm,
  yearToDate,
} from '../calendar/term.ts';
import type { Indicator } from '../office/indicator.ts';
import { own } from '../text/own.ts';
import { type Asking, givenBy, type Measured } from './asking.ts';
import { restatedBy } from './comparing.ts';
import { exact, minus, plus } from './exact.ts';
import { figureKnown, planKnown, sumsKnown } from './known.ts';

/** What can be asked of an indicator in a term: its value, the values it is compared with, the year so far, the plan. */
export type MeasureName =
  | 'value'
  | 'previous'
  | 'last-year'
  | 'year-to-date'
  | 'year-to-date-last-year'
  | 'plan'
  | `plan.${string}`;

/** Whose figure: of one unit, where many owe it; else `unit` is undefined, and `giver` the one who owes it, if anybody does. */
export type Whose = { unit: string | undefined; giver: string | undefined };

/** A measure of one figure, as handed in, issued or planned; what is made of several figures is made by `measuresOf`. */
export function oneMeasure(
  asking: Asking,
  measure: MeasureName,
  indicator: Indicator,
  whose: Whose,
): Measured | undefined {
  const { term } = asking;
  switch (measure) {
    case 'value':
      return atTerm(asking, indicator, whose, term);
    case 'previous':
      return atTerm(asking, indicator, whose, termBefore(term));
    case 'last-year':
      return atTerm(asking, indicator, whose, termAYearBefore(term));
    case 'year-to-date':
      return soFar(asking, indicator, whose, term);
    case 'year-to-date-last-year':
      return soFar(asking, indicator, whose, termAYearBefore(term));
    default:
      return planned(asking, indicator, whose, measure.split('.')[1]);
  }
}

/**
 * A unit's restatement of the term before is the newest knowledge of it; else what was last issued. What is taken from another
 * report no unit gives: it is known of this term as of any other.
 */
function atTerm(asking: Asking, indicator: Indicator, { unit, giver }: Whose, term: Term): Measured | undefined {
  const { code, source } = indicator;
  if (term === asking.term && !source) return giver === undefined ? undefined : givenBy(asking, code, giver);
  const figure = own(asking.given.get(giver ?? '')?.figures ?? {}, code);
  const restated = figure && term === termBefore(asking.term) ? restatedBy(indicator, figure) : undefined;
  if (restated !== undefined) return { exact: exact(restated), estimated: false };
  const known = figureKnown(asking.known, { code, unit }, term);
  return known && { exact: exact(known.value), estimated: known.estimated };
}

/**
 * The year so far: of a flow or a count the sum of its terms, of a stock its last value. That of a rate is no sum, and of an
 * index only the change is known, which is handed in.
 */
function soFar(asking: Asking, indicator: Indicator, whose: Whose, until: Term): Measured | undefined {
  const { kind = 'flow' } = indicator;
  if (kind === 'stock') return atTerm(asking, indicator, whose, until);
  if (kind === 'rate' || kind === 'index') return undefined;
  const terms = termsSoFar(until, asking.yearBegins);
  const parts = terms.map(term => atTerm(asking, indicator, whose, term));
  return added(parts) ?? fromSum(asking, indicator, whose, { terms, parts });
}

type SoFar = { terms: Term[]; parts: (Measured | undefined)[] };

/** An office that starts within a year has the sum so far, and the terms after it. What was restated since is exchanged in it. */
function fromSum(
  { known, yearBegins }: Asking,
  { code }: Indicator,
  { unit }: Whose,
  { terms, parts }: SoFar,
): Measured | undefined {
  const [first] = yearToDate(terms.at(-1) ?? '', yearBegins);
  const sums = sumsKnown(known, { code, unit }).filter(({ since, until }) => since === first && terms.includes(until));
  const longest = sums.reduce((found, each) => (each.until > (found?.until ?? '') ? each : found), sums[0]);
  if (!longest) return undefined;
  const within = terms.indexOf(longest.until) + 1;
  const exchanged = terms.slice(0, within).flatMap((term, at) => {
    const issued = figureKnown(known, { code, unit }, term);
    const now = parts[at];
    return issued && now ? [{ ...now, exact: minus(now.exact, exact(issued.value)) }] : [];
  });
  return added([{ exact: exact(longest.value), estimated: false }, ...exchanged, ...parts.slice(within)]);
}

/** Undefined when one of them is. */
function added(parts: (Measured | undefined)[]): Measured | undefined {
  return parts.reduce(
    (one, other) =>
      one && other && { exact: plus(one.exact, other.exact), estimated: one.estimated || other.estimated },
  );
}

/** The plan of the year a term counts in: the last one that holds by the term's end. */
function planned(
  { known, term, yearBegins }: Asking,
  { code }: Indicator,
  { unit }: Whose,
  source: string | undefined,
): Measured | undefined {
  const year = yearOfTerm(term, yearBegins);
  const value = planKnown(known, { code, unit }, { year, source, by: lastMonthOf(term) });
  return value === undefined ? undefined : { exact: exact(value), estimated: false };
}
