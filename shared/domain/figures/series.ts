import * as z from 'zod/mini';
import { type Month, monthsAfter } from '../calendar/month.ts';
import { Term } from '../calendar/term.ts';
import type { HistoricFigure } from '../office/historic-figure.ts';
import { Id } from '../text/id.ts';

/**
 * The figures of one term as last issued, plain decimals by indicator; `units` are those of each unit, where many owe one.
 * `estimated` names those that were estimates, "xuat-khau" or of a unit "gieo-cay@kv1".
 */
export const IssuedFigures = z.object({
  month: Term,
  figures: z.record(Id, z.string()),
  units: z.optional(z.record(Id, z.record(Id, z.string()))),
  estimated: z.optional(z.array(z.string())),
});
export type IssuedFigures = z.infer<typeof IssuedFigures>;

/** What figures are compared with: value by month and indicator. */
export type Series = ReadonlyMap<Month, ReadonlyMap<string, string>>;

/** The month of a figure, and the figures of earlier months. */
export type Past = { month: Month; series: Series };

/** Joins the office's history with what was issued since; what was issued wins, the last one most. */
export function seriesOf(history: HistoricFigure[], issued: IssuedFigures[]): Series {
  const series = new Map<Month, Map<string, string>>();
  const put = (month: Month, indicator: string, value: string) => {
    series.set(month, (series.get(month) ?? new Map<string, string>()).set(indicator, value));
  };
  for (const figure of history) put(figure.period, figure.indicator, figure.value);
  for (const { month, figures } of issued) {
    for (const [indicator, value] of Object.entries(figures)) put(month, indicator, value);
  }
  return series;
}

/** The months whose issued figures a month's report is compared with. */
export function monthsComparedWith(month: Month): Month[] {
  return [monthsAfter(month, -1), monthsAfter(month, -12)];
}
