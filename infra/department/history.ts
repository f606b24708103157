import { HistoricFigure } from '../../shared/domain/office/historic-figure.ts';
import type { FolderFault } from './fault.ts';
import { readText } from './text-file.ts';

/** A figure of history.csv and the line it stands on. */
export type HistoryLine = { figure: HistoricFigure; line: number };

export const historyFile = 'history.csv';
const heading = 'period,indicator,value';

/**
 * Reads history.csv: a heading and a line for each figure, "2021-09,xuat-khau,130.7". Values are plain decimals with a
 * point; lines that are empty or begin with "#" are passed over. Undefined when it cannot be read.
 */
export function readHistory(directory: string, faults: FolderFault[]): HistoryLine[] | undefined {
  const file = historyFile;
  const text = readText({ directory, file }, faults);
  if (text === undefined) return undefined;
  const [first = '', ...rest] = text.split('\n');
  if (cellsOf(first).join() !== heading) {
    const hint = first.includes(';')
      ? `ngăn các cột bằng dấu phẩy, không phải dấu chấm phẩy: ${heading}`
      : `dòng đầu phải là ${heading}; chưa có số liệu cũ thì tệp chỉ có dòng này`;
    faults.push({ file, line: 1, message: `dòng đầu là "${first.trim()}"`, hint });
    return undefined;
  }
  const figures = rest.flatMap((row, at) => figureFrom(row, at + 2, faults));
  faults.push(...repeated(figures));
  return figures;
}

function figureFrom(row: string, line: number, faults: FolderFault[]): HistoryLine[] {
  if (/^[,\s]*$/.test(row) || row.startsWith('#')) return [];
  const [period, indicator, value, ...more] = cellsOf(row);
  const figure = HistoricFigure.safeParse({ period, indicator, value });
  if (figure.success && more.every(cell => cell === '')) return [{ figure: figure.data, line }];
  const hint = 'viết như 2021-09,xuat-khau,130.7 (dấu chấm thập phân, không ngăn nghìn)';
  faults.push({ file: historyFile, line, message: `"${row}" không đọc được`, hint });
  return [];
}

/** A spreadsheet may put a cell in quotation marks. */
function cellsOf(row: string): string[] {
  return row.split(',').map(cell => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function repeated(figures: HistoryLine[]): FolderFault[] {
  const lineOfFigure = new Map<string, number>();
  return figures.flatMap(({ figure, line }) => {
    const name = `${figure.period} ${figure.indicator}`;
    const before = lineOfFigure.get(name);
    lineOfFigure.set(name, before ?? line);
    const message = `${name} đã có ở dòng ${before}`;
    return before === undefined ? [] : [{ file: historyFile, line, message, hint: 'giữ một dòng, bỏ dòng kia' }];
  });
}
