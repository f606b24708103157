import type { TypedFigure } from '../answers.ts';
import type { Indicator } from '../department.ts';
import type { Month } from '../month.ts';
import { changesOf } from '../report.ts';
import type { Series } from '../series.ts';
import { accept } from '../submission.ts';
import { sentence } from './sentence.ts';

export type Previewed = { indicator: Indicator; typed: TypedFigure; month: Month; series: Series };

/**
 * The sentence that a figure, as typed so far, would become: by the very rules of the letter. Undefined while it could not
 * be handed in as it is.
 */
export function previewed({ indicator, typed, month, series }: Previewed): string | undefined {
  const verdict = accept(
    { figures: { [indicator.code]: typed }, outcomes: {} },
    { indicators: [indicator], tasks: [] },
  );
  const figure = verdict.kind === 'accepted' ? verdict.submission.figures[indicator.code] : undefined;
  if (!figure) return undefined;
  const { state, value } = figure;
  return sentence(
    indicator,
    { code: indicator.code, state, value, changes: changesOf(indicator, figure, month, series) },
    month,
  );
}
