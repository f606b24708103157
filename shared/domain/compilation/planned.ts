import { dividedBy, exact, inFull, rounded, times } from '../figures/exact.ts';
import type { Comparison, Indicator } from '../office/indicator.ts';
import { type Saying, wordsOf } from '../office/saying.ts';
import { measureOf, type ReportedFigure } from './reported-figure.ts';

/**
 * A plan of the year beside a figure: its name ("kế hoạch năm", "kế hoạch Thủ tướng giao"), its value, and how much of it is
 * reached, in percent; plain decimals. `measure` tells two plans of one year apart.
 */
export type Planned = { measure: string; name: string; value: string; share: string | undefined };

/**
 * The plans that are known of an indicator. What is set against a plan is the year so far, or the figure itself where the office
 * compares that one (an estimate of the whole year); of a rate or an index nothing is, unless the office does.
 */
export function plansOf(indicator: Indicator, figure: Pick<ReportedFigure, 'measures'>, saying?: Saying): Planned[] {
  const words = wordsOf(saying, indicator.saying);
  return Object.keys(figure.measures ?? {})
    .filter(measure => measure === 'plan' || measure.startsWith('plan.'))
    .flatMap(measure => {
      const plan = measureOf(figure, measure);
      if (!plan) return [];
      const source = measure === 'plan' ? undefined : measure.slice('plan.'.length);
      const own = comparisonWith(indicator.comparisons, source);
      const comparison = own ?? comparisonWith(indicator.yearToDate?.comparisons ?? [], source);
      const reached = measureOf(figure, own ? 'value' : 'year-to-date');
      const share = reached && dividedBy(times(reached, exact(100)), plan);
      return {
        measure,
        name: nameIn(comparison?.says ?? words.plan, source),
        value: inFull(plan, indicator.decimals),
        share: share && comparison?.as !== 'points' ? rounded(share, comparison?.decimals ?? 1) : undefined,
      };
    });
}

function comparisonWith(comparisons: Comparison[], source: string | undefined): Comparison | undefined {
  return comparisons.find(comparison => comparison.with === 'plan' && comparison.source === source);
}

/** The plan's name stands after the number in the words of the office: "bằng {mức} kế hoạch Thủ tướng giao". */
function nameIn(words: string, source: string | undefined): string {
  const name = words.split('{mức}').at(-1)?.trim();
  return words.includes('{mức}') && name ? name : ['kế hoạch', source].filter(Boolean).join(' ');
}
