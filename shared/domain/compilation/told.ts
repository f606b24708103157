import type { Indicator } from '../office/indicator.ts';
import { indicatorsIn } from '../office/owing.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import type { Report } from './report.ts';
import type { ReportedFigure } from './reported-figure.ts';

/** A figure, and what it is a figure of. */
export type Told = { indicator: Indicator; figure: ReportedFigure };

/** The figures of a report, in the order of the file. */
export function toldIn(definition: ReportDefinition, report: Report): Told[] {
  const figures = new Map(report.figures.map(figure => [figure.code, figure]));
  return indicatorsIn(definition, report.month).flatMap(indicator => {
    const figure = figures.get(indicator.code);
    return figure ? [{ indicator, figure }] : [];
  });
}
