import type { Answers, TypedRow } from './answers.ts';
import { isBlank } from './rows-from.ts';

/** The same answers with other rows in one list. */
export function withRows(answers: Answers, list: string, rows: TypedRow[]): Answers {
  return { ...answers, lists: { ...answers.lists, [list]: rows } };
}

/** The same answers without rows in which nothing stands, where no fault has to find its row any more. */
export function withoutEmptyRows({ lists, ...answers }: Answers): Answers {
  if (!lists) return answers;
  const filled = Object.entries(lists).map(([id, rows]) => [id, rows.filter(row => !isBlank(row))] as const);
  return { ...answers, lists: Object.fromEntries(filled) };
}

/** How many rows at the end are offered at once to whoever asks for more. */
const moreAtOnce = 10;

/** Rows with room for some more after those that are filled in, up to `most` of them. */
export function withMore(rows: TypedRow[], most: number): TypedRow[] {
  const filled = filledRows(rows);
  const more = Math.max(0, Math.min(moreAtOnce, most - filled.length));
  return [...filled, ...Array.from({ length: more }, () => ({}))];
}

/** Rows without those at the end in which nothing stands. */
export function filledRows(rows: TypedRow[]): TypedRow[] {
  return rows.slice(0, rows.findLastIndex(row => !isBlank(row)) + 1);
}
