import { type Formula, formulaIn } from '../office/formula.ts';
import type { List } from '../office/list.ts';
import { own } from '../text/own.ts';
import type { ListRow } from './asking.ts';
import { calculated } from './calculation.ts';
import { type Exact, exact, sum } from './exact.ts';

/** The columns of numbers of a list by their codes; of a computed one what it is made by, else undefined. */
export type RowFormulas = ReadonlyMap<string, Formula | undefined>;

/** A list, and what its numbers are made by. */
export type Listed = { list: List; formulas: RowFormulas };

/** What the numbers of a list are made by, read once for all its rows. */
export function formulasIn({ columns }: List): RowFormulas {
  const numbers = columns.filter(({ kind }) => kind === 'number');
  return new Map(numbers.map(({ code, formula }) => [code, formulaIn(formula)]));
}

/** The number in a row's column, of any of the lists by its id. */
export function inRowsOf(lists: List[]): (list: string, row: ListRow, column: string) => Exact | undefined {
  const byId = new Map(lists.map(list => [list.id, formulasIn(list)]));
  return (id, row, column) => {
    const formulas = byId.get(id);
    return formulas && numberIn(formulas, row, column);
  };
}

/** The number in a cell of a row, or what a computed column makes of the row's others; undefined where there is none. */
export function numberIn(formulas: RowFormulas, cells: ListRow, name: string): Exact | undefined {
  return numberOf(formulas, name, each => {
    const cell = own(cells, each);
    return cell ? exact(cell) : undefined;
  });
}

/** The sum of a column over rows; of a computed column what its formula makes of the sums. */
export function sumIn(formulas: RowFormulas, rows: ListRow[], name: string): Exact | undefined {
  return numberOf(formulas, name, each => sum(rows.flatMap(row => numberIn(formulas, row, each) ?? [])));
}

/** A column that is made of itself is none. */
function numberOf(
  formulas: RowFormulas,
  name: string,
  given: (name: string) => Exact | undefined,
  within: readonly string[] = [],
): Exact | undefined {
  if (!formulas.has(name) || within.includes(name)) return undefined;
  const formula = formulas.get(name);
  if (!formula) return given(name);
  const value = (each: string) => numberOf(formulas, each, given, [...within, name]);
  return calculated(formula, { value, over: () => [] });
}
