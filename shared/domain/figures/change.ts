import Big from 'big.js';
import type { Comparison } from '../office/indicator.ts';
import { roundHalfAwayFromZero } from '../text/numeral.ts';

/**
 * How a figure moved. `amount` is a plain decimal without a sign, rounded: percent of the base, or points.
 * `flat` is a change of nothing at the precision the letter shows, so it never says "tăng 0%".
 */
export type Change = { direction: 'up' | 'down' | 'flat'; amount: string };

/**
 * The change from `base` to `value`, both plain decimals, computed exactly and rounded half away from zero.
 * Undefined where a percentage means nothing: a base of zero or below it.
 */
export function changeFrom(base: string, value: string, comparison: Comparison): Change | undefined {
  const difference = new Big(value).minus(base);
  if (comparison.as === 'points') return changeOf(difference, comparison.decimals);
  if (new Big(base).lte(0)) return undefined;
  return changeOf(percentOf(difference, new Big(base), comparison.decimals), comparison.decimals);
}

/** A change that the unit itself hands in, "-2.26", where the office has no base. */
export function changeHandedIn(change: string, comparison: Comparison): Change {
  return changeOf(new Big(change), comparison.decimals);
}

/**
 * 100 × difference ÷ base, rounded once. A quotient cut at some digit and rounded again would be rounded twice, so the
 * digits up to the last shown are taken exactly and the remainder decides.
 */
function percentOf(difference: Big, base: Big, decimals: number): Big {
  const unit = new Big(10).pow(-decimals);
  const scaled = difference.times(100).div(unit);
  const whole = wholePart(scaled, base);
  const remainder = scaled.abs().minus(whole.times(base));
  const rounded = remainder.times(2).gte(base) ? whole.plus(1) : whole;
  return rounded.times(unit).times(difference.lt(0) ? -1 : 1);
}

function wholePart(scaled: Big, base: Big): Big {
  const quotient = scaled.abs().div(base).round(0, Big.roundDown);
  return quotient.times(base).gt(scaled.abs()) ? quotient.minus(1) : quotient;
}

function changeOf(exact: Big, decimals: number): Change {
  const rounded = roundHalfAwayFromZero(exact, decimals);
  if (rounded.eq(0)) return { direction: 'flat', amount: '0' };
  return { direction: rounded.gt(0) ? 'up' : 'down', amount: rounded.abs().toFixed() };
}
