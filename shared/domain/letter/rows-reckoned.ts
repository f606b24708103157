import type { ListRow } from '../figures/asking.ts';
import { type Listed, numberIn, sumIn } from '../figures/row-numbers.ts';
import { numberShown } from './number-shown.ts';

/** What is told by the code of a column. */
type ByColumn = Map<string, string>;

/** The computed cells of a row, as far as they are known. */
export function computedIn(row: ListRow, { list, formulas }: Listed): ByColumn {
  const computed = list.columns.filter(({ formula }) => formula !== undefined);
  return new Map(
    computed.flatMap(column => {
      const number = numberIn(formulas, row, column.code);
      return number ? [[column.code, numberShown(column, number)] as const] : [];
    }),
  );
}

/** What rows come to: the sum of each column of numbers; of a computed one what it makes of the sums. */
export function sumsIn(rows: ListRow[], { list, formulas }: Listed): ByColumn {
  return new Map(
    list.columns.flatMap(column => {
      const total = sumIn(formulas, rows, column.code);
      return total ? [[column.code, numberShown(column, total)] as const] : [];
    }),
  );
}
