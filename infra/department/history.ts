import { HistoricFigure } from '../../shared/domain/office/historic-figure.ts';
import type { FolderFault } from './fault.ts';
import { readFigures, repeatedRows } from './figures-file.ts';

/** A figure of history.csv and the line it stands on. */
export type HistoryLine = { figure: HistoricFigure; line: number };

export const historyFile = 'history.csv';

const head = { file: historyFile, needed: ['period', 'indicator', 'value'], optional: ['unit', 'state'] };

/**
 * Reads history.csv: a line for each figure, "2021-09,xuat-khau,130.7", plain decimals with a point. A column `unit` says whose it
 * is, where units owe the indicator; `state` "estimated" that it was an estimate. A period "2025-01..2025-09" is the sum of those
 * months. Undefined when it cannot be read.
 */
export function readHistory(directory: string, faults: FolderFault[]): HistoryLine[] | undefined {
  const rows = readFigures(directory, head, faults);
  if (!rows) return undefined;
  const figures = rows.flatMap(({ cells: { period = '', state, ...cells }, line, written }): HistoryLine[] => {
    const [first = '', last] = period.split('..');
    const span = last === undefined ? { period } : { period: last, since: first };
    const figure = HistoricFigure.safeParse({
      ...span,
      ...cells,
      ...(state === 'estimated' ? { estimated: true } : {}),
    });
    if (figure.success && (state === undefined || states.includes(state))) return [{ figure: figure.data, line }];
    const hint = 'viết như 2021-09,xuat-khau,130.7 (dấu chấm thập phân, không ngăn nghìn)';
    faults.push({ file: historyFile, line, message: `"${written}" không đọc được`, hint });
    return [];
  });
  const named = figures.map(({ figure: { period, since, indicator, unit }, line }) => ({
    name: [since === undefined ? period : `${since}..${period}`, indicator, unit].filter(Boolean).join(' '),
    line,
  }));
  faults.push(...repeatedRows(named, historyFile));
  return figures;
}

const states = ['estimated', 'reported'];
