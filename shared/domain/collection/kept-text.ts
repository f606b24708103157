import type { ListRow } from '../figures/asking.ts';

/**
 * What a unit said, answers as typed or what was taken down of them, as text to be kept: JSON, and of a list the names of its columns once, so that 500 rows fit. A cell that is not
 * there is 0. What `readKept` gives back is the same, the cells of a row in the order of their columns' codes.
 */
export function textToKeep(said: unknown): string {
  const lists = isRecord(said) ? said.lists : undefined;
  return JSON.stringify(isRecord(lists) ? { ...(said as object), lists: eachOf(lists, byColumn) } : said);
}

/** What `textToKeep` wrote, still unchecked. A list may also lie there row by row, each cell with its name. @throws when it is no JSON */
export function readKept(text: string): unknown {
  const said = JSON.parse(text);
  return isRecord(said) && isRecord(said.lists) ? { ...said, lists: eachOf(said.lists, byRow) } : said;
}

function eachOf<Before, After>(lists: Record<string, Before>, change: (list: Before) => After): Record<string, After> {
  return Object.fromEntries(Object.entries(lists).map(([id, list]) => [id, change(list)]));
}

type ByColumn = { columns: string[]; rows: (string | 0)[][] };

/** No list has as many columns: rows that name more are told apart later, and stay as they came. */
const mostColumns = 40;

function byColumn(list: unknown): unknown {
  if (!Array.isArray(list) || !list.every(isRecord)) return list;
  const rows = list as ListRow[];
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))].sort();
  if (columns.length > mostColumns) return rows;
  return {
    columns,
    rows: rows.map(row => columns.map(column => (Object.hasOwn(row, column) ? (row[column] ?? 0) : 0))),
  };
}

function byRow(list: unknown): unknown {
  if (!isRecord(list)) return list;
  const { columns, rows } = list as ByColumn;
  return rows.map(row =>
    Object.fromEntries(columns.flatMap((column, at) => (row[at] === 0 ? [] : [[column, row[at]]]))),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
