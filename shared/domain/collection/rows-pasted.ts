import {
  columnHead,
  columnsAsked,
  explanation,
  type List,
  type ListColumn,
  mostRows,
  rowNote,
} from '../office/list.ts';
import { folded } from '../text/folded.ts';
import type { TypedRow } from './answers.ts';
import { inALine } from './cells.ts';
import { isBlank } from './rows-from.ts';

/** What cells copied from a sheet say of a list: rows as typed, and what of them was not used, in words. */
export type RowsPasted = { rows: TypedRow[]; unread: string[] };

/** `from`: the column that cells begin at which no head names; `room`: as many rows as are still taken. */
export type Pasting = { from?: string | undefined; room?: number };

/**
 * Finds rows of a list in rows of cells. Where one of these names columns, what stands under it goes by the names, and what stands
 * before it, or under a name of nothing we ask, is not used. Else cells go by the order of the list's columns, and a row that has
 * more of them is not used. A running number in front is no cell.
 */
export function rowsPasted(
  cells: string[][],
  list: List,
  { from, room = list.most ?? mostRows }: Pasting = {},
): RowsPasted {
  const at = cells.findIndex(row => isHead(row, list));
  const { rows, unread } = at < 0 ? inOrder(cells, columnsFrom(list, from)) : underHead(cells, at, list);
  const beyond = rows.slice(room).map(row => inALine(Object.values(row)));
  return { rows: rows.slice(0, room), unread: [...unread, ...beyond] };
}

/** Whether a row names the columns of a list: more than half of what stands in it does. */
export function isHead(row: string[], list: List): boolean {
  const cells = row.filter(cell => cell !== '');
  const known = cells.filter(cell => meantBy(cell, list) !== undefined).length;
  return known > 0 && known * 2 > cells.length;
}

/** What a head's cell names: a column, by its name or code; or the running number. */
function meantBy(cell: string, list: List): ListColumn | 'number' | undefined {
  const name = folded(cell);
  if (runningNumber.has(name)) return 'number';
  const columns = [...list.columns, explanation];
  return columns.find(column => [column.code, column.name, columnHead(column)].map(folded).includes(name));
}

const runningNumber = new Set(['TT', 'STT', 'Số TT', 'Số thứ tự'].map(folded));

function underHead(cells: string[][], at: number, list: List): RowsPasted {
  const named = (cells[at] ?? []).map(cell => meantBy(cell, list));
  const asked = new Set([...columnsAsked(list).map(({ code }) => code), rowNote]);
  const under = cells.slice(at + 1);
  const rows = under.map(row =>
    Object.fromEntries(
      row.flatMap((cell, nth) => {
        const column = named[nth];
        return typeof column === 'object' && asked.has(column.code) && cell !== '' ? [[column.code, cell]] : [];
      }),
    ),
  );
  const widest = Math.max(0, ...under.map(row => row.length));
  const strange = Array.from({ length: widest }, (_, nth) => nth).filter(
    nth => named[nth] === undefined && under.some(row => row[nth]),
  );
  return {
    rows: rows.filter(row => !isBlank(row)),
    unread: [...cells.slice(0, at).map(inALine), ...strange.map(nth => `cả cột "${cells[at]?.[nth] || nth + 1}"`)],
  };
}

/** Under a column of numbers a running number cannot be told from what is meant. */
function inOrder(cells: string[][], columns: ListColumn[]): RowsPasted {
  const numbered =
    columns[0]?.kind !== 'number' &&
    cells.every(([first, ...others], at) => first === String(at + 1) && others.length > 0);
  const filled = (numbered ? cells.map(([, ...row]) => row) : cells).map(withoutEmptyEnd);
  const fits = (row: string[]) => row.length <= columns.length;
  const named = (row: string[]) =>
    Object.fromEntries(columns.flatMap(({ code }, nth) => (row[nth] ? [[code, row[nth]]] : [])));
  return {
    rows: filled.filter(fits).map(named),
    unread: filled.filter(row => !fits(row)).map(inALine),
  };
}

/** As a unit fills them in, from one of them on; the explanation last. */
function columnsFrom(list: List, from: string | undefined): ListColumn[] {
  const asked = columnsAsked(list);
  const first = asked.findIndex(({ code }) => code === from);
  return [...asked.slice(Math.max(0, first)), ...(asked.some(({ code }) => code === rowNote) ? [] : [explanation])];
}

function withoutEmptyEnd(row: string[]): string[] {
  return row.slice(0, row.findLastIndex(cell => cell !== '') + 1);
}
