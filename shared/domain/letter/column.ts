import { type Formula, formulaIn } from '../office/formula.ts';
import type { TableColumn } from '../office/table.ts';

/** A column of a table, and what its numbers are made by; undefined where it shows no formula. */
export type Column = TableColumn & { formula: Formula | undefined };

/** What a cell needs of its column. */
export type Showing = Pick<Column, 'shows' | 'decimals' | 'formula'>;

/** Reads a column's formula, once for all its cells. */
export function columnFrom(column: TableColumn): Column {
  return { ...column, formula: formulaIn(column.shows) };
}
