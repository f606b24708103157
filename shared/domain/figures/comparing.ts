import { type Month, monthsAfter } from '../calendar/month.ts';
import type { Comparison, Indicator } from '../office/indicator.ts';
import { type Change, changeFrom, changeHandedIn } from './change.ts';
import { type Figure, isGiven } from './figure.ts';
import type { Past } from './series.ts';

/**
 * What a comparison of a figure comes to. `by` says whose the change is: the office's own computation wherever there are a
 * base and a value, and only else what the unit handed in. `change` is undefined where nothing can be told.
 */
export type Compared = { against: Month; base: string | undefined; by: 'office' | 'unit'; change: Change | undefined };

/** Compares a figure that was given; a comparison without its base is left out, never guessed. */
export function compared(indicator: Indicator, comparison: Comparison, figure: Figure, past: Past): Compared {
  const against = monthAgainst(past.month, comparison);
  const issued = past.series.get(against)?.get(indicator.code);
  // What the unit restates is the newest knowledge of the month before; else what was last issued.
  const base = (comparison.with === 'previous-month' ? restatedBy(indicator, figure) : undefined) ?? issued;
  if (base !== undefined && figure.value !== undefined) {
    return { against, base, by: 'office', change: changeFrom(base, figure.value, comparison) };
  }
  const handedIn = figure.changes[comparison.with];
  const change = handedIn === undefined ? undefined : changeHandedIn(handedIn, comparison);
  return { against, base, by: 'unit', change };
}

/** The month that a figure of `month` is compared with. */
export function monthAgainst(month: Month, comparison: Pick<Comparison, 'with'>): Month {
  return monthsAfter(month, comparison.with === 'previous-month' ? -1 : -12);
}

/**
 * The month before as the unit restates it, where the letter rests on it: as the base that a value is compared with. Beside
 * anything else nobody would read of it, and no figure once issued may change unread.
 */
export function restatedBy(
  { comparisons }: Pick<Indicator, 'comparisons'>,
  figure: Pick<Figure, 'state' | 'value' | 'restates'>,
): string | undefined {
  const comparesWithIt = comparisons.some(comparison => comparison.with === 'previous-month');
  return comparesWithIt && isGiven(figure) && figure.value !== undefined ? figure.restates : undefined;
}
