import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlannedFigure } from '../../shared/domain/office/planned-figure.ts';
import type { FolderFault } from './fault.ts';
import { explainedRow } from './figures-fault.ts';
import { type FiguresHead, readFigures, repeatedRows } from './figures-file.ts';
import { whole } from './raw.ts';
import { termTyped } from './term-typed.ts';

/** A plan of plan.csv and the line it stands on. */
export type PlanLine = { plan: PlannedFigure; line: number };

export const planFile = 'plan.csv';

const head: FiguresHead = {
  file: planFile,
  when: 'year',
  optional: ['unit', 'source', 'from'],
  headsATime: heading => /^\d{4}$/.test(termTyped(heading)),
  example: '2025',
};

/**
 * Reads plan.csv, which an office without plans has not: "2025,ban-le,52400"; or a line for each indicator and a column for each
 * year. Columns `unit` where units owe the indicator, `source` where two plans stand side by side, `from` the month from which an
 * adjusted plan holds.
 */
export function readPlan(directory: string, faults: FolderFault[]): PlanLine[] {
  if (!existsSync(join(directory, planFile))) return [];
  const plans = (readFigures(directory, head, faults) ?? []).flatMap((row): PlanLine[] => {
    const { year = '', from, ...cells } = row.cells;
    const since = from === undefined ? {} : { from: termTyped(from) };
    const plan = PlannedFigure.safeParse({ ...cells, ...since, year: whole(termTyped(year)) });
    if (plan.success) return [{ plan: plan.data, line: row.line }];
    const columns = plan.error.issues.map(({ path }) => String(path[0]));
    faults.push({ file: planFile, line: row.line, ...explainedRow(row, columns, '2025,ban-le,52400') });
    return [];
  });
  const named = plans.map(({ plan, line }) => ({ name: nameOfPlanned(plan), line }));
  faults.push(...repeatedRows(named, planFile));
  return plans;
}

/** "2025 ban-le", with the unit, the source and the month it holds from, where it has them. */
export function nameOfPlanned({ year, indicator, unit, source, from }: PlannedFigure): string {
  return [year, indicator, unit, source, from].filter(Boolean).join(' ');
}
