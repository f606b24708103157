import type { List } from '../office/list.ts';
import { folded } from '../text/folded.ts';
import { isHead } from './rows-pasted.ts';

/** Characters that Excel allows the name of a sheet, and those that it does not. */
const longestName = 31;
const refused = /[[\]:*?/\\']/g;

/** What the sheets of lists are called in a workbook to fill in, in their order; no two alike. */
export function sheetNamesOf(lists: Pick<List, 'id' | 'name'>[]): string[] {
  const names = lists.map(({ name }) => name.replace(refused, ' ').slice(0, longestName).trim());
  const isTaken = (name: string) => names.filter(other => folded(other) === folded(name)).length > 1;
  return names.map((name, at) => (name === '' || isTaken(name) ? (lists[at] as List).id.slice(0, longestName) : name));
}

/** Which list a sheet of a workbook is of: by its name, or else the one whose columns it names. */
export function listOfSheet({ name, rows }: { name: string; rows: string[][] }, lists: List[]): List | undefined {
  const names = sheetNamesOf(lists).map(folded);
  const byName = lists[names.indexOf(folded(name))];
  const [byHead, ...others] = lists.filter(list =>
    rows.some(row => isHead(row, list) && row.filter(Boolean).length >= Math.min(2, list.columns.length)),
  );
  return byName ?? (others.length === 0 ? byHead : undefined);
}
