import type { TableColumn } from '../office/table.ts';
import type { HeadCell } from './letter.ts';

/**
 * The head of a table, row by row: neighbours that share a head stand under one cell of it, and a column without one reaches up.
 * Where columns are labelled, "A", "1", "3=2/1", a last row holds the labels.
 */
export function headRows(columns: TableColumn[], worded: (text: string) => string): HeadCell[][] {
  const depth = Math.max(...columns.map(({ over = [] }) => over.length)) + 1;
  const path = ({ over = [], heading }: TableColumn) => [...over, heading];
  const rows = Array.from({ length: depth }, (_, level) =>
    columns.flatMap((column, at): HeadCell[] => {
      const own = path(column);
      const text = own[level];
      if (text === undefined) return [];
      const isLast = level === own.length - 1;
      if (isLast) return [{ text: worded(text), columns: 1, rows: depth - level }];
      const sharesWith = (other: TableColumn | undefined) =>
        other !== undefined &&
        path(other).length > level + 1 &&
        path(other)
          .slice(0, level + 1)
          .join('\n') === own.slice(0, level + 1).join('\n');
      if (sharesWith(columns[at - 1])) return [];
      const after = columns.slice(at).findIndex(other => !sharesWith(other));
      return [{ text: worded(text), columns: after < 0 ? columns.length - at : after, rows: 1 }];
    }),
  );
  const labels = columns.map(({ label = '' }) => ({ text: label, columns: 1, rows: 1 }));
  return labels.some(({ text }) => text !== '') ? [...rows, labels] : rows;
}
