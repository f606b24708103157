/// <reference lib="dom" />
import { rowsOf } from '../../../shared/domain/collection/cells.ts';

/**
 * The cells that were copied, of Excel or of a table of Word: row by row, as they were shown there. Undefined where it is one piece of
 * text, which goes where it is pasted.
 */
export function cellsIn(clipboard: DataTransfer | null): string[][] | undefined {
  const text = clipboard?.getData('text/plain') ?? '';
  const cells = cellsOfTable(clipboard?.getData('text/html') ?? '') ?? rowsOf(text);
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1 ? cells : undefined;
}

/** A cell with several lines can be told from several cells only by the table itself. */
function cellsOfTable(markup: string): string[][] | undefined {
  const table = new DOMParser().parseFromString(markup, 'text/html').querySelector('table');
  if (!table) return undefined;
  for (const end of table.querySelectorAll('br, p, div')) end.after('\n');
  const rows = [...table.rows].map(row =>
    [...row.cells].map(cell => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()),
  );
  return rows.filter(row => row.some(cell => cell !== ''));
}
