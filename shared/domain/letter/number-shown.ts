import { type Exact, inFull, rounded } from '../figures/exact.ts';
import type { ListColumn } from '../office/list.ts';
import { writeNumeral } from '../text/numeral.ts';

/** A number of a list's column as it is read. A computed column that says no decimals is shown with one: a share has no end. */
export function numberShown({ decimals, formula }: ListColumn, number: Exact): string {
  const places = decimals ?? (formula === undefined ? undefined : 1);
  return writeNumeral(places === undefined ? inFull(number) : rounded(number, places));
}
