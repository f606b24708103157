import { HistoricFigure } from '../../shared/domain/office/historic-figure.ts';
import type { FolderFault } from './fault.ts';
import { explainedRow } from './figures-fault.ts';
import { type FiguresHead, readFigures, repeatedRows } from './figures-file.ts';
import { headsATerm, spanTyped } from './term-typed.ts';

/** A figure of history.csv and the line it stands on. */
export type HistoryLine = { figure: HistoricFigure; line: number };

export const historyFile = 'history.csv';

const head: FiguresHead = {
  file: historyFile,
  when: 'period',
  optional: ['unit', 'state'],
  headsATime: headsATerm,
  example: '2021-09',
};

/**
 * Reads history.csv: a line for each figure, "2021-09,xuat-khau,130.7", plain decimals with a point; or a line for each indicator
 * and a column for each period. A column `unit` says whose it is, where units owe the indicator; `state` "estimated" that it was an
 * estimate. A period "2025-01..2025-09" is the sum of those months. Undefined when it cannot be read.
 */
export function readHistory(directory: string, faults: FolderFault[]): HistoryLine[] | undefined {
  const rows = readFigures(directory, head, faults);
  if (!rows) return undefined;
  const figures = rows.flatMap((row): HistoryLine[] => {
    const { period = '', state, ...cells } = row.cells;
    const estimated = state === undefined || state === 'reported' ? {} : { estimated: state === 'estimated' || state };
    const figure = HistoricFigure.safeParse({ ...spanTyped(period), ...cells, ...estimated });
    if (figure.success) return [{ figure: figure.data, line: row.line }];
    const paths = figure.error.issues.map(({ path }) => columnOf[String(path[0])] ?? String(path[0]));
    faults.push({ file: historyFile, line: row.line, ...explainedRow(row, paths, '2021-09,xuat-khau,130.7') });
    return [];
  });
  const named = figures.map(({ figure, line }) => ({ name: nameOfHistoric(figure), line }));
  faults.push(...repeatedRows(named, historyFile));
  return figures;
}

/** "2021-09 xuat-khau", and of a unit "2025-01..2025-09 gieo-cay kv1". */
export function nameOfHistoric({ period, since, indicator, unit }: HistoricFigure): string {
  return [since === undefined ? period : `${since}..${period}`, indicator, unit].filter(Boolean).join(' ');
}

/** What a column's cell is kept as, where that is called otherwise. */
const columnOf: Record<string, string> = { since: 'period', estimated: 'state' };
