import Big from 'big.js';
import { termInWords } from '../calendar/term.ts';
import { type Figure, isGiven } from '../figures/figure.ts';
import { issuedIn, type Past, termsComparedWith } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import { uncapitalised } from '../text/capitalised.ts';
import { roundHalfAwayFromZero, writeNumeral } from '../text/numeral.ts';
import { beyondLimits } from './beyond-limits.ts';
import { outOfAllProportion } from './proportion.ts';

/**
 * What stands out in a figure and is taken only with an explanation: beyond the limits of the report, or farther from the
 * unit's own history than `limits.change` percent. Near the month before, or near the same month last year, is near
 * enough: Tết moves the one, not the other. Where the report says nothing of changes, it is what is out of all proportion.
 * Undefined when nothing stands out.
 */
export function remarkOn(indicator: Indicator, figure: Figure, past?: Past): string | undefined {
  if (!isGiven(figure) || figure.value === undefined) return undefined;
  const beyond = beyondLimits(figure.value, indicator.limits);
  if (beyond || !past) return beyond;
  const bases = basesOf(indicator, figure, past);
  const { change } = indicator.limits;
  if (change !== undefined) return farFrom(bases, new Big(figure.value), change);
  return outOfAllProportion(figure.value, bases) ?? restatedOutOfProportion(indicator, figure, past);
}

/** What a unit restates is what its figure is then measured against, so it is itself measured against what was issued. */
function restatedOutOfProportion(indicator: Indicator, { restates }: Figure, past: Past): string | undefined {
  const [against] = termsComparedWith(past.month);
  const base = against && issuedIn(past, indicator, against);
  const remark = restates && base ? outOfAllProportion(restates, [{ against, base }]) : undefined;
  return remark && `Số điều chỉnh: ${uncapitalised(remark)}`;
}

/** What a figure is measured against, the term before first: as the unit restates it, else as it was issued. */
function basesOf(indicator: Indicator, { restates }: Figure, past: Past) {
  const terms = termsComparedWith(past.month);
  return terms.flatMap(against => {
    const issued = issuedIn(past, indicator, against);
    const base = against === terms[0] ? (restates ?? issued) : issued;
    return base === undefined || new Big(base).eq(0) ? [] : [{ against, base }];
  });
}

function farFrom(bases: ReturnType<typeof basesOf>, value: Big, change: string): string | undefined {
  const distances = bases.map(({ against, base }) => ({ against, percent: distance(value, new Big(base)) }));
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
