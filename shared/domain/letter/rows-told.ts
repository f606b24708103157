import type { ListRow } from '../figures/asking.ts';
import { formulasIn } from '../figures/row-numbers.ts';
import { formulaIn } from '../office/formula.ts';
import { columnHead, explanation, type List, rowNote } from '../office/list.ts';
import type { Table } from './letter.ts';
import { cellOf } from './list-rows.ts';

/** The rows of a unit's list in words: what heads their columns, and each cell as the letter writes it. */
export type RowsTold = { heads: string[]; rows: string[][] };

/** Computed columns are told with the others; the explanations of rows last, where there are any. */
export function rowsTold(list: List, rows: ListRow[]): RowsTold {
  const { columns } = list;
  const listed = { list, formulas: formulasIn(list) };
  const shown = columns.map(({ code }) => ({ shows: code, formula: formulaIn(code) }));
  const explained = columns.every(({ code }) => code !== rowNote) && rows.some(row => row[rowNote]);
  return {
    heads: [...columns.map(columnHead), ...(explained ? [explanation.name] : [])],
    rows: rows.map(cells => [
      ...shown.map(column => cellOf(column, listed, { cells })),
      ...(explained ? [cells[rowNote] ?? ''] : []),
    ]),
  };
}

/** A row in a line: "Cầu số 1; Kế hoạch vốn (triệu đồng): 1.200,5". */
export function rowInWords([, ...heads]: string[], [first = '', ...cells]: string[]): string {
  const others = cells.flatMap((cell, at) => (cell === '' || cell === '-' ? [] : [`${heads[at]}: ${cell}`]));
  return [first, ...others].join('; ');
}

/** The same as a table of the letter's kind, its rows numbered. */
export function tableTold(list: List, rows: ListRow[]): Table {
  const told = rowsTold(list, rows);
  const align = told.heads.map(
    (_, at) => (list.columns[at]?.kind === 'number' ? 'decimal' : 'left') as 'decimal' | 'left',
  );
  return {
    kind: 'table',
    columns: [{ align: 'center' }, ...align.map(each => ({ align: each }))],
    head: [['TT', ...told.heads].map(text => ({ text, columns: 1, rows: 1 }))],
    rows: told.rows.map((cells, at) => ({ cells: [String(at + 1), ...cells] })),
    notes: [],
  };
}
