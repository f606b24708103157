import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlannedFigure } from '../../shared/domain/office/planned-figure.ts';
import type { FolderFault } from './fault.ts';
import { readFigures, repeatedRows } from './figures-file.ts';
import { whole } from './raw.ts';

/** A plan of plan.csv and the line it stands on. */
export type PlanLine = { plan: PlannedFigure; line: number };

export const planFile = 'plan.csv';

const head = { file: planFile, needed: ['year', 'indicator', 'value'], optional: ['unit', 'source', 'from'] };

/**
 * Reads plan.csv, which an office without plans has not: "2025,ban-le,52400". Columns `unit` where units owe the indicator, `source`
 * where two plans stand side by side, `from` the month from which an adjusted plan holds.
 */
export function readPlan(directory: string, faults: FolderFault[]): PlanLine[] {
  if (!existsSync(join(directory, planFile))) return [];
  const plans = (readFigures(directory, head, faults) ?? []).flatMap(({ cells, line, written }): PlanLine[] => {
    const plan = PlannedFigure.safeParse({ ...cells, year: whole(cells.year) });
    if (plan.success) return [{ plan: plan.data, line }];
    const hint = 'viết như 2025,ban-le,52400 (dấu chấm thập phân, không ngăn nghìn)';
    faults.push({ file: planFile, line, message: `"${written}" không đọc được`, hint });
    return [];
  });
  const named = plans.map(({ plan: { year, indicator, unit, source, from }, line }) => ({
    name: [year, indicator, unit, source, from].filter(Boolean).join(' '),
    line,
  }));
  faults.push(...repeatedRows(named, planFile));
  return plans;
}
