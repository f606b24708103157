import Big from 'big.js';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import { changesHandedIn, type Figure } from '../../shared/domain/figures/figure.ts';
import { type Known, knownFrom } from '../../shared/domain/figures/known.ts';
import type { Indicator } from '../../shared/domain/office/indicator.ts';
import { pastOf, type Trial, uniform } from './trial.ts';

/**
 * What every unit might hand in, and what might be known of earlier terms: near the figures of history.csv where it has any, which
 * stay as they are. Made up, and the same each time.
 */
export function madeUp(trial: Trial): { submission: Submission; known: Known } {
  const { department, definition } = trial;
  const usual = new Map(definition.indicators.map((indicator, at) => [indicator.code, 120 + 10 * at]));
  const newest = new Map(
    department.history.filter(({ since }) => since === undefined).map(({ indicator, value }) => [indicator, value]),
  );
  const before = (code: string) => newest.get(code) ?? String(usual.get(code) ?? 100);
  const { history, plans } = pastOf(trial, before);
  const texts = uniform(definition, 'reported', () => 'Nội dung mẫu do đơn vị viết.');
  const figures = definition.indicators.map(indicator => [
    indicator.code,
    figureAfter(indicator, before(indicator.code)),
  ]);
  return {
    submission: { ...texts, figures: Object.fromEntries(figures) },
    known: knownFrom([...history, ...department.history], [], [...plans, ...(department.plan ?? [])]),
  };
}

/** A little more than before; of an index only how much more. */
function figureAfter(indicator: Indicator, before: string): Figure {
  if (indicator.kind === 'index')
    return { state: 'reported', changes: Object.fromEntries(changesHandedIn(indicator).map(each => [each, '3.2'])) };
  const value = new Big(before).times('1.042').round(indicator.decimals).toFixed();
  return { state: 'reported', value, changes: {} };
}
