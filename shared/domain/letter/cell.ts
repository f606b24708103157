import { calculated } from '../figures/calculation.ts';
import { type Exact, inFull, rounded } from '../figures/exact.ts';
import { writeNumeral } from '../text/numeral.ts';
import type { Showing } from './column.ts';

export type Telling = {
  /** What a name of the column's formula stands for in this row. */
  value: (name: string) => Exact | undefined;
  /** How many decimals a figure is shown with that stands there by itself. */
  decimals?: number | undefined;
  /** True where a figure was asked for and nobody gave it. */
  missing?: boolean | undefined;
};

/** A number in a cell. What nobody reported is said; what is not known, or cannot be divided, is "-". */
export function numberCell({ formula, decimals }: Showing, { value, decimals: own, missing }: Telling): string {
  const found = formula && calculated(formula, { value, over: () => [] });
  if (!found) return missing ? 'chưa báo cáo' : '-';
  if (decimals !== undefined || formula.kind !== 'name') return writeNumeral(rounded(found, decimals ?? 1));
  return writeNumeral(own === undefined ? inFull(found) : rounded(found, own));
}
