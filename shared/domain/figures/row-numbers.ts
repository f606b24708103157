import { readFormula } from '../office/formula.ts';
import type { List } from '../office/list.ts';
import { own } from '../text/own.ts';
import type { ListRow } from './asking.ts';
import { calculated } from './calculation.ts';
import { type Exact, exact, sum } from './exact.ts';

/** The number in a row's column, of any of the lists by its id. */
export function inRowsOf(lists: List[]): (list: string, row: ListRow, column: string) => Exact | undefined {
  const byId = new Map(lists.map(list => [list.id, list]));
  return (id, row, column) => {
    const list = byId.get(id);
    return list && numberIn(list, row, column);
  };
}

/** The number in a cell of a row, or what a computed column makes of the row's others; undefined where there is none. */
export function numberIn(list: List, cells: ListRow, name: string): Exact | undefined {
  return numberOf(list, name, each => {
    const cell = own(cells, each);
    return cell ? exact(cell) : undefined;
  });
}

/** The sum of a column over rows; of a computed column what its formula makes of the sums. */
export function sumIn(list: List, rows: { cells: ListRow }[], name: string): Exact | undefined {
  return numberOf(list, name, each => sum(rows.flatMap(({ cells }) => numberIn(list, cells, each) ?? [])));
}

function numberOf(list: List, name: string, given: (name: string) => Exact | undefined): Exact | undefined {
  const column = list.columns.find(({ code }) => code === name);
  if (column?.kind !== 'number') return undefined;
  const read = column.formula === undefined ? undefined : readFormula(column.formula);
  if (!read || 'fault' in read) return given(name);
  const others = { ...list, columns: list.columns.filter(({ code }) => code !== name) };
  return calculated(read.formula, { value: each => numberOf(others, each, given), over: () => [] });
}
