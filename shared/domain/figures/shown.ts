import type { Indicator } from '../office/indicator.ts';
import { type Exact, inFull, rounded } from './exact.ts';

/** A figure as it is shown, a plain decimal: what a formula makes is rounded, what was handed in and added up is told in full. */
export function shown({ formula, decimals }: Pick<Indicator, 'formula' | 'decimals'>, value: Exact): string {
  return formula ? rounded(value, decimals) : inFull(value, decimals);
}
