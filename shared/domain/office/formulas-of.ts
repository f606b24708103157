import { type Formula, readFormula } from './formula.ts';
import type { Indicator } from './indicator.ts';

export function formulasOf(indicators: Indicator[]): Map<string, Formula> {
  return new Map(
    indicators.flatMap(({ code, formula }) => {
      const read = formula === undefined ? undefined : readFormula(formula);
      return read && 'formula' in read ? [[code, read.formula] as const] : [];
    }),
  );
}
