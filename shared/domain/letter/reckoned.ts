import type { Measured } from '../figures/asking.ts';
import { inFull, rounded } from '../figures/exact.ts';
import type { Measures } from '../figures/measures.ts';
import type { Indicator } from '../office/indicator.ts';
import { writeCount, writeNumeral } from '../text/numeral.ts';

/** What a figure comes to while a unit types, as the letter writes it; each "" where it is not known: of a computed one its value, and the year so far. */
export type Reckoned = { value: string; yearToDate: string };

export function reckoned(indicator: Indicator, measures: Measures, unit: string): Reckoned {
  const { code, decimals, formula, twoDigits, yearToDate } = indicator;
  const write = twoDigits ? writeCount : writeNumeral;
  const told = (found: Measured | undefined) =>
    found ? write(formula ? rounded(found.exact, decimals) : inFull(found.exact)) : '';
  const value = measures.of('value', code, unit);
  // Most of 300 figures have none yet, and without it there is no year so far.
  const year = value && yearToDate && measures.of('year-to-date', code, unit);
  return { value: formula ? told(value) : '', yearToDate: told(year) };
}
