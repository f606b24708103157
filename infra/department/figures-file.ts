import type { FolderFault } from './fault.ts';
import { readText } from './text-file.ts';

/** A row of a file of figures, its cells by the names of its head, and the line it stands on. */
export type FiguresRow = { cells: Record<string, string>; line: number; written: string };

/** What a file of figures may hold: the names that its head must have, and those that it may have too, in any order. */
export type FiguresHead = { file: string; needed: string[]; optional: string[] };

/**
 * Reads a file of figures: a head that names its columns, and a line for each figure. Lines that are empty or begin with "#" are
 * passed over. Undefined when it cannot be read, with the faults pushed; where it is not there, too.
 */
export function readFigures(
  directory: string,
  { file, needed, optional }: FiguresHead,
  faults: FolderFault[],
): FiguresRow[] | undefined {
  const text = readText({ directory, file }, faults);
  if (text === undefined) return undefined;
  const [first = '', ...rest] = text.split('\n');
  const head = cellsOf(first);
  const heading = needed.join();
  const known = [...needed, ...optional];
  if (
    !needed.every(name => head.includes(name)) ||
    !head.every((name, at) => known.includes(name) && head.indexOf(name) === at)
  ) {
    const hint = first.includes(';')
      ? `ngăn các cột bằng dấu phẩy, không phải dấu chấm phẩy: ${heading}`
      : `dòng đầu phải là ${heading}; chưa có số liệu thì tệp chỉ có dòng này${optional.length > 0 ? `; có thể thêm cột ${optional.join(', ')}` : ''}`;
    faults.push({ file, line: 1, message: `dòng đầu là "${first.trim()}"`, hint });
    return undefined;
  }
  return rest.flatMap((written, at): FiguresRow[] => {
    if (/^[,\s]*$/.test(written) || written.startsWith('#')) return [];
    const cells = cellsOf(written);
    const beyond = cells.slice(head.length).some(cell => cell !== '');
    const named = head.flatMap((name, column) => (cells[column] ? [[name, cells[column]]] : []));
    return [{ cells: beyond ? {} : Object.fromEntries(named), line: at + 2, written }];
  });
}

/** A spreadsheet may put a cell in quotation marks. */
function cellsOf(row: string): string[] {
  return row.split(',').map(cell => cell.trim().replace(/^"(.*)"$/, '$1'));
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
