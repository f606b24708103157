import { dateWithSlashes } from '../calendar/day.ts';
import type { ReportedRow } from '../compilation/report.ts';
import { formulasIn, type Listed, numberIn, sumIn } from '../figures/row-numbers.ts';
import { listsIn } from '../office/owing.ts';
import type { TableRows } from '../office/table.ts';
import { own } from '../text/own.ts';
import { numberCell } from './cell.ts';
import type { Column, Showing } from './column.ts';
import type { TableRow } from './letter.ts';
import { roman } from './roman.ts';
import type { Tabled } from './tabled.ts';

type ListRows = Extract<TableRows, { of: 'list' }>;

/** The rows of a list, numbered through; by unit each under its own head, which may carry the sums of its rows. */
export function listRows(
  columns: Column[],
  { list: id, byUnit, subtotals, total }: ListRows,
  { definition, report, nameOf }: Tabled,
): TableRow[] {
  const list = listsIn(definition, report.month).find(each => each.id === id);
  const rows = report.lists?.find(each => each.list === id)?.rows ?? [];
  if (!list || rows.length === 0) return [];

  const listed = { list, formulas: formulasIn(list) };
  const numbers = new Map(rows.map((row, at) => [row, String(at + 1)]));
  const plain = (row: ReportedRow): TableRow => ({
    cells: columns.map(column => {
      if (column.shows === 'number') return numbers.get(row) ?? '';
      return column.shows === 'unit' ? nameOf(row.unit) : cellOf(column, listed, row);
    }),
  });
  const titled = columns.findIndex(({ shows }) => shows !== 'number');
  const headOf = (number: string, title: string, of: ReportedRow[]): string[] =>
    columns.map((column, at) => {
      if (column.shows === 'number') return number;
      return at === titled ? title : sumOf(column, listed, of);
    });
  const all = byUnit
    ? [...Map.groupBy(rows, ({ unit }) => unit)].flatMap(([unit, of], at): TableRow[] => [
        { weight: 'group', cells: headOf(roman(at + 1), nameOf(unit), subtotals ? of : []) },
        ...of.map(plain),
      ])
    : rows.map(plain);
  return total === undefined ? all : [...all, { weight: 'total', cells: headOf('', total, rows) }];
}

/** A cell of a row as a letter writes it. */
export function cellOf(column: Showing, { list, formulas }: Listed, { cells }: Pick<ReportedRow, 'cells'>): string {
  const shown = list.columns.find(({ code }) => code === column.shows);
  const written = shown && own(cells, shown.code);
  if (shown?.kind === 'date') return written ? dateWithSlashes(written) : '';
  if (shown && shown.kind !== 'number') return written ?? '';
  return numberCell(column, { value: name => numberIn(formulas, cells, name), decimals: shown?.decimals });
}

/** The sum of a column of numbers; a share is that of the sums. Of no rows nothing is said. */
function sumOf(column: Column, { list, formulas }: Listed, rows: ReportedRow[]): string {
  const shown = list.columns.find(({ code }) => code === column.shows);
  if (rows.length === 0 || column.shows === 'unit' || (shown && shown.kind !== 'number')) return '';
  const cells = rows.map(row => row.cells);
  return numberCell(column, { value: name => sumIn(formulas, cells, name), decimals: shown?.decimals });
}
