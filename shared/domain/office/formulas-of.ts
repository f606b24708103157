import { type Formula, formulaIn } from './formula.ts';
import type { Indicator } from './indicator.ts';

/** What the indicators that are computed are made of, by their codes. */
export function formulasOf(indicators: Indicator[]): Map<string, Formula> {
  return new Map(
    indicators.flatMap(({ code, formula }) => {
      const read = formulaIn(formula);
      return read ? [[code, read] as const] : [];
    }),
  );
}
