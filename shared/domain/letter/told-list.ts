import { dateWithSlashes } from '../calendar/day.ts';
import type { Reported } from '../compilation/course.ts';
import type { ReportedRow } from '../compilation/report.ts';
import { inFull } from '../figures/exact.ts';
import { formulasIn, type Listed, numberIn, type RowFormulas } from '../figures/row-numbers.ts';
import type { List, ListColumn } from '../office/list.ts';
import { listsIn, ownersIn } from '../office/owing.ts';
import { unitNames } from '../office/unit.ts';
import { own } from '../text/own.ts';
import { numberShown } from './number-shown.ts';
import { sumsIn } from './rows-reckoned.ts';

/** A cell as it is read; of a number also the plain decimal, for a spreadsheet. */
export type ToldCell = { text: string; number?: string };

/** A row with its number in the whole list. */
export type ToldRow = { number: number; unit: string; cells: ToldCell[] };

/** What rows come to: how many there are, and of each column of numbers the sum, "" of the others. */
export type ToldSum = { rows: number; sums: string[] };

/** A list as the board tells it: every row, the sums of each unit and of all, and who of those that owe it has handed in nothing. */
export type ToldList = {
  list: List;
  rows: ToldRow[];
  units: ReadonlyMap<string, ToldSum & { name: string }>;
  all: ToldSum;
  missing: string[];
};

/** A list of a report; undefined where the term has none of that id. */
export function toldList({ department, definition, report }: Reported, id: string): ToldList | undefined {
  const list = listsIn(definition, report.month).find(each => each.id === id);
  if (!list) return undefined;
  const rows = report.lists?.find(each => each.list === id)?.rows ?? [];
  const names = unitNames(department);
  const owing = new Set(ownersIn(department, list, report.month));
  const listed = { list, formulas: formulasIn(list) };
  return {
    list,
    rows: rows.map((row, at) => ({
      number: at + 1,
      unit: row.unit,
      cells: list.columns.map(cellOf(listed.formulas, row)),
    })),
    units: new Map(
      [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, rows]) => [
        unit,
        { name: names.get(unit) ?? unit, ...summed(rows, listed) },
      ]),
    ),
    all: summed(rows, listed),
    missing: report.missing.flatMap(unit => (owing.has(unit.id) ? [unit.name] : [])),
  };
}

function cellOf(formulas: RowFormulas, { cells }: ReportedRow) {
  return (column: ListColumn): ToldCell => {
    const written = own(cells, column.code) ?? '';
    if (column.kind === 'date') return { text: written && dateWithSlashes(written) };
    if (column.kind !== 'number') return { text: written };
    const number = numberIn(formulas, cells, column.code);
    return number === undefined ? { text: '-' } : { text: numberShown(column, number), number: inFull(number) };
  };
}

function summed(rows: ReportedRow[], listed: Listed): ToldSum {
  const sums = sumsIn(
    rows.map(({ cells }) => cells),
    listed,
  );
  return { rows: rows.length, sums: listed.list.columns.map(({ code }) => sums.get(code) ?? '') };
}
