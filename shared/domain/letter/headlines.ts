import type { Report } from '../compilation/report.ts';
import type { Department } from '../office/department.ts';
import { indicatorsIn, reportNamed } from '../office/owing.ts';
import { unitName } from '../office/unit.ts';
import { sentence } from './sentence.ts';

/** The first figures of a report in the letter's own sentences, as many as a glance takes in: those given, and no part of another. */
export function headlines(department: Department, report: Report, most = 3): string[] {
  const definition = reportNamed(department, report.report);
  if (!definition) return [];
  const unitNamed = (unit: string) => unitName(department, unit);
  const figures = new Map(report.figures.map(figure => [figure.code, figure]));
  return indicatorsIn(definition, report.month)
    .filter(({ partOf }) => partOf === undefined)
    .flatMap(indicator => {
      const figure = figures.get(indicator.code);
      const isSaid = figure && (figure.value !== undefined || figure.changes.length > 0);
      return isSaid ? [sentence(indicator, figure, { ...definition, term: report.month, unitNamed })] : [];
    })
    .slice(0, most);
}
