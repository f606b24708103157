import type { Measured } from '../figures/asking.ts';
import type { Measures } from '../figures/measures.ts';
import { shown } from '../figures/shown.ts';
import type { Indicator } from '../office/indicator.ts';
import { writeCount, writeNumeral } from '../text/numeral.ts';

/** What a figure comes to while a unit types, as the letter writes it; each "" where it is not known: of a computed one its value, and the year so far. */
export type Reckoned = { value: string; yearToDate: string };

export function reckoned(indicator: Indicator, measures: Measures, unit: string): Reckoned {
  const { code, formula, twoDigits, yearToDate } = indicator;
  const write = twoDigits ? writeCount : writeNumeral;
  const told = (found: Measured | undefined) => (found ? write(shown(indicator, found.exact)) : '');
  const value = measures.of('value', code, unit);
  // Most of 300 figures have none yet, and without it there is no year so far.
  const year = value && yearToDate && measures.of('year-to-date', code, unit);
  return { value: formula ? told(value) : '', yearToDate: told(year) };
}
