import { cellsOf } from './csv-row.ts';
import type { FolderFault } from './fault.ts';
import { readText } from './text-file.ts';

/** One figure of a file of figures: its cells by the names of the columns, the line it stands on, and the row as it is written. */
export type FiguresRow = { cells: Record<string, string>; line: number; written: string };

/**
 * What a file of figures may hold. `when` is the column that says of which time a figure is; in a wide file each such time heads a
 * column of its own. `optional` are the columns that it may have too, in any order.
 */
export type FiguresHead = {
  file: string;
  when: string;
  optional: string[];
  headsATime: (heading: string) => boolean;
  /** How a column of a time is headed: "2025-01". */
  example: string;
};

/**
 * Reads a file of figures: a head that names its columns, and a line for each figure; or, as spreadsheets have it, a line for each
 * indicator with a column for each time, of which an empty cell says nothing. Lines that are empty or begin with "#" are passed
 * over. Undefined when it cannot be read, with the faults pushed; where it is not there, too.
 */
export function readFigures(directory: string, head: FiguresHead, faults: FolderFault[]): FiguresRow[] | undefined {
  const text = readText({ directory, file: head.file }, faults);
  if (text === undefined) return undefined;
  const [first = '', ...rest] = text.split('\n');
  const columns = cellsOf(first) ?? [];
  const wrong = columns.includes('indicator') && columns.some(head.headsATime) ? wideFaults(columns, head) : undefined;
  const found = wrong ?? longFaults(first, columns, head);
  if (found.length > 0) {
    faults.push(...found);
    return undefined;
  }
  const rows = rest.flatMap((written, at): FiguresRow[] => {
    if (/^[,\s]*$/.test(written) || written.startsWith('#')) return [];
    return [{ cells: namedCells(written, columns), line: at + 2, written }];
  });
  return wrong ? rows.flatMap(row => eachOfItsTimes(row, columns, head)) : rows;
}

function longFaults(first: string, columns: string[], { file, when, optional }: FiguresHead): FolderFault[] {
  const needed = [when, 'indicator', 'value'];
  const known = [...needed, ...optional];
  const once = columns.every((name, at) => known.includes(name) && columns.indexOf(name) === at);
  if (once && needed.every(name => columns.includes(name))) return [];
  const heading = needed.join();
  const more = optional.length > 0 ? `; có thể thêm cột ${optional.join(', ')}` : '';
  const hint = first.includes(';')
    ? `ngăn các cột bằng dấu phẩy, không phải dấu chấm phẩy: ${heading}`
    : `dòng đầu phải là ${heading}; chưa có số liệu thì tệp chỉ có dòng này${more}`;
  return [{ file, line: 1, message: `dòng đầu là "${first.trim()}"`, hint }];
}

function wideFaults(columns: string[], { file, when, optional, headsATime, example }: FiguresHead): FolderFault[] {
  return columns.flatMap((name, at) => {
    const known = name === 'indicator' || optional.includes(name) || headsATime(name);
    if (known && columns.indexOf(name) === at) return [];
    const message = known
      ? `cột "${name}" có hai lần ở dòng đầu`
      : `cột "${name}" không phải là một ${timeCalled[when] ?? when}`;
    const hint = known
      ? 'giữ một cột, bỏ cột kia'
      : `ghi đầu cột như ${example}, giữ ô là chữ; ngoài ra chỉ có cột indicator, ${optional.join(', ')}`;
    return [{ file, line: 1, message, hint }];
  });
}

const timeCalled: Record<string, string> = { period: 'kỳ', year: 'năm' };

/** No cells where there are more of them than columns. */
function namedCells(written: string, columns: string[]): Record<string, string> {
  const cells = cellsOf(written) ?? [];
  if (cells.slice(columns.length).some(cell => cell !== '')) return {};
  return Object.fromEntries(columns.flatMap((name, at) => (cells[at] ? [[name, cells[at]]] : [])));
}

function eachOfItsTimes(
  { cells, line, written }: FiguresRow,
  columns: string[],
  { when, headsATime }: FiguresHead,
): FiguresRow[] {
  const times = columns.filter(headsATime);
  const beside = Object.fromEntries(Object.entries(cells).filter(([name]) => !times.includes(name)));
  if (Object.keys(cells).length === 0) return [{ cells, line, written }];
  return times.flatMap(time => {
    const value = cells[time];
    return value === undefined
      ? []
      : [{ cells: { ...beside, [when]: time, value }, line, written: `${time}: ${value}` }];
  });
}

/** Each row whose name another row before it has. */
export function repeatedRows(rows: { name: string; line: number }[], file: string): FolderFault[] {
  const lineOfRow = new Map<string, number>();
  return rows.flatMap(({ name, line }) => {
    const before = lineOfRow.get(name);
    lineOfRow.set(name, before ?? line);
    const message = `${name} đã có ở dòng ${before}`;
    return before === undefined ? [] : [{ file, line, message, hint: 'giữ một dòng, bỏ dòng kia' }];
  });
}
