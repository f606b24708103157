import { type Term, termAYearBefore, termBefore } from '../calendar/term.ts';
import type { Comparison, Indicator } from '../office/indicator.ts';
import { type Change, changeFrom, changeHandedIn } from './change.ts';
import { exact } from './exact.ts';
import { type Figure, isGiven } from './figure.ts';
import { issuedIn, type Past } from './past.ts';

/** A comparison with an earlier term, which a unit may also hand in itself. */
export type WithATerm = Exclude<Comparison['with'], 'plan'>;

/**
 * What a comparison of a figure comes to. `by` says whose the change is: the office's own computation wherever there are a
 * base and a value, and only else what the unit handed in. `change` is undefined where nothing can be told.
 */
export type Compared = { base: string | undefined; by: 'office' | 'unit'; change: Change | undefined };

/** Compares a figure that was given; a comparison without its base is left out, never guessed. */
export function compared(
  indicator: Indicator,
  comparison: Comparison & { with: WithATerm },
  figure: Figure,
  past: Past,
): Compared {
  const issued = issuedIn(past, indicator, termAgainst(past.month, comparison.with));
  // What the unit restates is the newest knowledge of the term before; else what was last issued.
  const base = (comparison.with === 'previous-month' ? restatedBy(indicator, figure) : undefined) ?? issued;
  if (base !== undefined && figure.value !== undefined) {
    return { base, by: 'office', change: changeFrom(exact(base), exact(figure.value), comparison) };
  }
  const handedIn = figure.changes[comparison.with];
  const change = handedIn === undefined ? undefined : changeHandedIn(handedIn, comparison);
  return { base, by: 'unit', change };
}

/** The comparisons with earlier terms; the plan is no term. */
export function comparedWithTerms({
  comparisons,
}: Pick<Indicator, 'comparisons'>): (Comparison & { with: WithATerm })[] {
  return comparisons.flatMap(comparison =>
    comparison.with === 'plan' ? [] : [{ ...comparison, with: comparison.with }],
  );
}

/** The term that a figure of `term` is compared with. */
export function termAgainst(term: Term, compared: WithATerm): Term {
  return compared === 'previous-month' ? termBefore(term) : termAYearBefore(term);
}

/** True of an indicator that is told beside the term before, or with the year so far, which the term before is part of. */
export function restsOnTheTermBefore({
  comparisons,
  yearToDate,
}: Pick<Indicator, 'comparisons' | 'yearToDate'>): boolean {
  return yearToDate !== undefined || comparisons.some(comparison => comparison.with === 'previous-month');
}

/**
 * The term before as the unit restates it, where the letter rests on it: as the base that a value is compared with, or a part of
 * the year so far. Beside anything else nobody would read of it, and no figure once issued may change unread.
 */
export function restatedBy(
  indicator: Pick<Indicator, 'comparisons' | 'yearToDate'>,
  figure: Pick<Figure, 'state' | 'value' | 'restates'>,
): string | undefined {
  const told = isGiven(figure) && figure.value !== undefined;
  return told && restsOnTheTermBefore(indicator) ? figure.restates : undefined;
}
