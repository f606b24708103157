import { type RowsTold, rowInWords } from './rows-told.ts';

/** What becomes of a row between two submissions, in words; "" where it is in one of them only. */
export type RowDifference = { row: string; before: string; after: string };

/**
 * The rows that two submissions say differently. A row is the same one when all of it is, else when its first cell is, since that
 * is what people call it by; what moved only is told once.
 */
export function rowDifferences(before: RowsTold, after: RowsTold): RowDifference[] {
  const [old, now] = [named(before), named(after)];
  const gone = [...old];
  const changed = now.filter(row => !takeFrom(gone, each => each.words === row.words));
  const told = changed.map(row => {
    const was = takeFrom(gone, each => each.name === row.name);
    return { row: row.name, before: was?.words ?? '', after: row.words };
  });
  const all = [...told, ...gone.map(({ name, words }) => ({ row: name, before: words, after: '' }))];
  const inOrder = old.every(({ words }, at) => words === now[at]?.words);
  return all.length === 0 && !inOrder ? [{ row: 'thứ tự các dòng', before: 'như trước', after: 'đã đổi' }] : all;
}

type Named = { name: string; words: string };

function named({ heads, rows }: RowsTold): Named[] {
  return rows.map(row => ({ name: row[0] ?? '', words: rowInWords(heads, row) }));
}

/** Takes out the first row that is wanted, if there is one. */
function takeFrom(rows: Named[], wanted: (row: Named) => boolean): Named | undefined {
  const at = rows.findIndex(wanted);
  return at < 0 ? undefined : rows.splice(at, 1)[0];
}
