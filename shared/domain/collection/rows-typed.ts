import { dateWithSlashes } from '../calendar/day.ts';
import type { ListRow } from '../figures/asking.ts';
import { columnsAsked, explanation, type List, type ListColumn, mostRows, rowNote } from '../office/list.ts';
import { writeNumeral } from '../text/numeral.ts';
import { own } from '../text/own.ts';
import type { TypedRow } from './answers.ts';
import { filledRows } from './rows-edited.ts';

/** Rows as they were taken down, as a person types them; without the explanations, which were those of their own term. */
export function rowsTyped(rows: ListRow[], list: List): TypedRow[] {
  const asked = columnsAsked(list).filter(({ code }) => code !== rowNote);
  return rows.map(row =>
    Object.fromEntries(
      asked.flatMap(column => {
        const cell = own(row, column.code);
        return cell ? [[column.code, typedCell(cell, column)]] : [];
      }),
    ),
  );
}

function typedCell(cell: string, { kind }: ListColumn): string {
  if (kind === 'number') return writeNumeral(cell);
  return kind === 'date' ? dateWithSlashes(cell) : cell;
}

/** Rows that a form offers empty at the end of a list, as far as there may be more. */
const emptyRows = 3;

/** Rows with some empty ones after them, to type into. */
export function withEmptyRows(rows: TypedRow[], { most = mostRows }: List): TypedRow[] {
  const length = Math.max(rows.length, Math.min(filledRows(rows).length + emptyRows, most));
  return Array.from({ length }, (_, at) => rows[at] ?? {});
}

/** The columns of a list in a form; last that of explanations, where a row may have to be explained or was. */
export function columnsInForm(list: List, rows: TypedRow[]): ListColumn[] {
  const { columns, rules = [] } = list;
  const explained =
    columns.some(({ limits }) => limits?.least !== undefined || limits?.most !== undefined) ||
    rules.some(({ otherwise }) => otherwise === 'explain') ||
    rows.some(row => row[rowNote] !== undefined);
  if (!explained || columns.some(({ code }) => code === rowNote)) return columns;
  return [...columns, explanation];
}
