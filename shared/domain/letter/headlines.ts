import type { Report } from '../compilation/report.ts';
import { toldIn } from '../compilation/told.ts';
import type { Department } from '../office/department.ts';
import { reportNamed } from '../office/owing.ts';
import { unitName } from '../office/unit.ts';
import { sentence } from './sentence.ts';

/** The first figures of a report in the letter's own sentences, as many as a glance takes in: those given, and no part of another. */
export function headlines(department: Department, report: Report, most = 3): string[] {
  const definition = reportNamed(department, report.report);
  if (!definition) return [];
  const unitNamed = (unit: string) => unitName(department, unit);
  return toldIn(definition, report)
    .filter(({ indicator }) => indicator.partOf === undefined)
    .filter(({ figure }) => figure.value !== undefined || figure.changes.length > 0)
    .slice(0, most)
    .map(({ indicator, figure }) => sentence(indicator, figure, { ...definition, term: report.month, unitNamed }));
}
