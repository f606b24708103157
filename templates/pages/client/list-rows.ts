/// <reference lib="dom" />
import type { TypedRow } from '../../../shared/domain/collection/answers.ts';
import { filledRows } from '../../../shared/domain/collection/rows-edited.ts';
import { rowFrom } from '../../../shared/domain/collection/rows-from.ts';
import type { ListRow } from '../../../shared/domain/figures/asking.ts';
import { formulasIn } from '../../../shared/domain/figures/row-numbers.ts';
import { computedIn, sumsIn } from '../../../shared/domain/letter/rows-reckoned.ts';
import { type List, mostRows } from '../../../shared/domain/office/list.ts';
import { servedIn } from './draft.ts';
import { columnOf, emptyRow, fieldsOf, fillRow, placeRow, type RowElement, tellRow, typedIn } from './row-cells.ts';

/** The rows of a list on the page. What is typed in one is read again only when it was touched: there may be 500 of them. */
export type ListRows = {
  rowAt: (target: EventTarget | null) => RowElement | undefined;
  /** What is typed in them; none at the end in which nothing stands. */
  typed: () => TypedRow[];
  /** The same, as the house filled them in. */
  served: () => TypedRow[];
  /** As far as they can be taken down. */
  taken: () => ListRow[];
  /** Reads a row again, and says what is wrong with it and what is computed of it. */
  touch: (row: RowElement) => void;
  /** An empty row more; false where there may be none. */
  add: () => boolean;
  /** These rows from a place on; the rest is emptied, or is to `stay`. */
  put: (rows: TypedRow[], from: number, stay?: boolean) => void;
  take: (row: RowElement) => void;
  goTo: (at: number, column?: string) => void;
  tellSums: () => void;
};

export function listRows(place: HTMLElement, list: List): ListRows {
  const body = place.querySelector('tbody') as HTMLTableSectionElement;
  const listed = { list, formulas: formulasIn(list) };
  const pristine = emptyRow(body.rows[0] as RowElement);
  const read = new WeakMap<RowElement, { typed: TypedRow; row: ListRow; faults: Parameters<typeof tellRow>[1] }>();
  const all = (): RowElement[] => [...body.rows];
  const known = (row: RowElement) => read.get(row) ?? readAgain(row);

  function readAgain(row: RowElement) {
    const typed = typedIn(row);
    const nothing = { row: {}, faults: [] };
    const now = { typed, ...(Object.keys(typed).length === 0 ? nothing : rowFrom(typed, listed, row.sectionRowIndex)) };
    read.set(row, now);
    return now;
  }

  const rows: ListRows = {
    rowAt: target => (target as Element | null)?.closest<RowElement>('tbody tr') ?? undefined,
    typed: () => filledRows(all().map(row => known(row).typed)),
    served: () => filledRows(all().map(row => typedIn(row, servedIn))),
    taken: () => all().flatMap(row => (Object.keys(known(row).typed).length > 0 ? [known(row).row] : [])),
    touch: row => {
      const { row: taken, faults } = readAgain(row);
      tellRow(row, faults, list);
      const computed = computedIn(taken, listed);
      for (const output of row.querySelectorAll('output'))
        output.textContent = computed.get(columnOf({ name: output.id })) ?? '';
      if (row === body.lastElementChild && Object.keys(known(row).typed).length > 0) rows.add();
    },
    add: () => {
      const at = body.rows.length;
      if (at >= (list.most ?? mostRows)) return false;
      const row = pristine.cloneNode(true) as RowElement;
      placeRow(row, at);
      body.append(row);
      return true;
    },
    put: (typed, from, stay = false) => {
      while (body.rows.length < from + typed.length && rows.add());
      for (const [at, row] of all().slice(from).entries()) {
        if (stay && at >= typed.length) break;
        fillRow(row, typed[at] ?? {}, { stay });
        rows.touch(row);
      }
    },
    take: row => {
      row.remove();
      if (body.rows.length === 0) rows.add();
      for (const [at, each] of all().entries()) placeRow(each, at);
    },
    goTo: (at, column) => {
      if (at === body.rows.length) rows.add();
      const row = body.rows[at];
      const field = row && fieldsOf(row).find(each => column === undefined || columnOf(each) === column);
      field?.focus();
      if (field instanceof HTMLInputElement) field.select();
    },
    tellSums: () => {
      const sums = sumsIn(rows.taken(), listed);
      for (const output of place.querySelectorAll<HTMLElement>('[data-sum]'))
        output.textContent = sums.get(output.dataset.sum ?? '') ?? '';
    },
  };
  return rows;
}
