import { monthsAfter } from '../calendar/month.ts';
import type { IssuedFigures } from '../figures/series.ts';
import type { Report } from './report.ts';

/**
 * What a report adds to the series when it is issued: its own month's figures, and the month before's where a unit
 * restated them to compare a figure with. "Không phát sinh" counts as nought; a figure not reported leaves no trace.
 */
export function figuresToIssue(report: Report): IssuedFigures[] {
  const own = report.figures.flatMap(({ code, state, value }) =>
    state === 'none' ? [[code, '0'] as const] : value === undefined ? [] : [[code, value] as const],
  );
  const restated = report.figures.flatMap(({ code, value, restates }) =>
    // Reports filed earlier hold restatements that no letter told.
    value === undefined || restates === undefined ? [] : [[code, restates] as const],
  );
  return [
    { month: report.month, figures: Object.fromEntries(own) },
    { month: monthsAfter(report.month, -1), figures: Object.fromEntries(restated) },
  ].filter(({ figures }) => Object.keys(figures).length > 0);
}
