import type { Comparison } from '../office/indicator.ts';
import { compared, dividedBy, type Exact, exact, isZero, minus, plus, rounded, times } from './exact.ts';

/**
 * How a figure moved. `amount` is a plain decimal without a sign, rounded once, half away from zero: percent of the base, points,
 * the ratio in percent, the difference in the figure's own unit, or how many times the base it is. `flat` is a change of nothing at the precision the letter shows, so it
 * never says "tăng 0%".
 */
export type Change = { direction: 'up' | 'down' | 'flat'; amount: string; as: Comparison['as'] | 'times' };

type Way = Pick<Comparison, 'as' | 'decimals' | 'timesFrom'>;

const hundred = exact(100);
const zero = exact(0);

/** The change from `base` to `value`, exact. Undefined where a percentage or ratio means nothing: a base of zero or below it. */
export function changeFrom(base: Exact, value: Exact, way: Way): Change | undefined {
  const { as, decimals, timesFrom } = way;
  if (as === 'points' || as === 'amount') return { ...movement(rounded(minus(value, base), decimals)), as };
  const ratio = compared(base, zero) > 0 ? dividedBy(value, base) : undefined;
  if (!ratio) return undefined;
  const inPercent = times(ratio, hundred);
  const moved = movement(rounded(minus(inPercent, hundred), decimals));
  if (timesFrom !== undefined && compared(ratio, exact(timesFrom)) >= 0)
    return { direction: moved.direction, amount: rounded(ratio, Math.max(decimals, 2)), as: 'times' };
  if (as === 'ratio') return { direction: moved.direction, amount: rounded(inPercent, decimals), as };
  return { ...moved, as };
}

/** A change that the unit itself hands in, "-2.26", where the office has no base. */
export function changeHandedIn(change: string, { as, decimals }: Way): Change {
  const moved = movement(rounded(exact(change), decimals));
  if (as !== 'ratio') return { ...moved, as };
  const ratio = rounded(plus(exact(change), hundred), decimals);
  return { direction: moved.direction, amount: ratio, as };
}

function movement(change: string): Pick<Change, 'direction' | 'amount'> {
  const moved = exact(change);
  if (isZero(moved)) return { direction: 'flat', amount: '0' };
  return { direction: compared(moved, zero) > 0 ? 'up' : 'down', amount: moved.over.abs().toFixed() };
}
