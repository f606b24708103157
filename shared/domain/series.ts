import * as z from 'zod/mini';
import type { HistoricFigure } from './department.ts';
import { Id } from './id.ts';
import { Month, monthsAfter } from './month.ts';
import type { Report } from './report.ts';

/** The figures of one month as last issued, plain decimals by indicator. */
export const IssuedFigures = z.object({ month: Month, figures: z.record(Id, z.string()) });
export type IssuedFigures = z.infer<typeof IssuedFigures>;

/** What figures are compared with: value by month and indicator. */
export type Series = ReadonlyMap<Month, ReadonlyMap<string, string>>;

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

/**
 * What a report adds to the series when it is issued: its own month's figures, and the month before's where a unit
 * restated them. "Không phát sinh" counts as nought; a figure not reported leaves no trace.
 */
export function figuresToIssue(report: Report): IssuedFigures[] {
  const own = report.figures.flatMap(({ code, state, value }) =>
    state === 'none' ? [[code, '0'] as const] : value === undefined ? [] : [[code, value] as const],
  );
  const restated = report.figures.flatMap(({ code, restates }) =>
    restates === undefined ? [] : [[code, restates] as const],
  );
  return [
    { month: report.month, figures: Object.fromEntries(own) },
    { month: monthsAfter(report.month, -1), figures: Object.fromEntries(restated) },
  ].filter(({ figures }) => Object.keys(figures).length > 0);
}
