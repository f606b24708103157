import Big from 'big.js';
import { termInWords } from '../calendar/term.ts';
import { type Figure, isGiven } from '../figures/figure.ts';
import { issuedIn, type Past, termsComparedWith } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import { roundHalfAwayFromZero, writeNumeral } from '../text/numeral.ts';

/**
 * What stands out in a figure and is taken only with an explanation: beyond the limits of the report, or farther from the
 * unit's own history than `limits.change` percent. Near the month before, or near the same month last year, is near
 * enough: Tết moves the one, not the other. Undefined when nothing stands out.
 */
export function remarkOn(indicator: Indicator, figure: Figure, past?: Past): string | undefined {
  if (!isGiven(figure) || figure.value === undefined) return undefined;
  const value = new Big(figure.value);
  const { least, most } = indicator.limits;
  if (least !== undefined && value.lt(least)) return `Nhỏ hơn mức thường gặp (${writeNumeral(least)}).`;
  if (most !== undefined && value.gt(most)) return `Lớn hơn mức thường gặp (${writeNumeral(most)}).`;
  return past && farFromHistory(indicator, value, figure, past);
}

function farFromHistory(indicator: Indicator, value: Big, figure: Figure, past: Past): string | undefined {
  const { change } = indicator.limits;
  if (change === undefined) return undefined;
  const terms = termsComparedWith(past.month);
  const distances = terms.flatMap(against => {
    const issued = issuedIn(past, indicator, against);
    const base = against === terms[0] ? (figure.restates ?? issued) : issued;
    return base === undefined || new Big(base).eq(0) ? [] : [{ against, percent: distance(value, new Big(base)) }];
  });
  if (distances.length === 0 || distances.some(({ percent }) => percent.lte(change))) return undefined;
  const told = distances.map(
    ({ against, percent }) =>
      `${writeNumeral(roundHalfAwayFromZero(percent, 0).toFixed())}% so với ${termInWords(against)}`,
  );
  return `Lệch ${told.join(', ')}; mức thường gặp là trong ${writeNumeral(change)}%.`;
}

function distance(value: Big, base: Big): Big {
  return value.minus(base).abs().div(base.abs()).times(100);
}
