/// <reference lib="dom" />

import { rowsOf } from '../../../shared/domain/collection/cells.ts';

/**
 * The cells that a clipboard holds: of its table, as Excel, Word, LibreOffice and Google Sheets put one beside the text, since a text
 * tells no cell of two paragraphs from two rows; else of its text. `table` says which.
 */
export function cellsIn(clipboard: DataTransfer | null): { rows: string[][]; table: boolean } {
  const rows = rowsOfTables(clipboard?.getData('text/html') ?? '');
  return rows ? { rows, table: true } : { rows: rowsOf(clipboard?.getData('text/plain') ?? ''), table: false };
}

/** Undefined where there is no table, or anything beside it that would be lost. Nothing of the markup reaches the page. */
function rowsOfTables(html: string): string[][] | undefined {
  if (!/<table/i.test(html)) return undefined;
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  for (const unseen of body.querySelectorAll('script, title')) unseen.remove();
  for (const block of body.querySelectorAll('br, p, div, li')) block.after('\n');
  const rows = [...body.querySelectorAll('tr')]
    .filter(isShown)
    .map(row => [...row.cells].filter(isShown).flatMap(cellsOf));
  for (const table of body.querySelectorAll('table')) table.remove();
  const beside = textIn(body);
  return beside === '' ? rows.filter(row => row.some(cell => cell !== '')) : undefined;
}

/** No style is applied: the page's policy forbids it, and the browser would complain. A template's content is none of the page's. */
function withoutStyles(html: string): string {
  return html.replace(/<(\/?)style\b/gi, '<$1template').replace(/\sstyle\s*=/gi, ' data-style=');
}

/** Excel puts hidden rows and columns into the table too. */
function isShown({ dataset }: HTMLElement): boolean {
  return !/display:\s*none/i.test(dataset.style ?? '');
}

/** A cell over several columns leaves those after the first empty. */
function cellsOf(cell: HTMLTableCellElement): string[] {
  return [textIn(cell), ...Array.from({ length: Math.min(cell.colSpan, 50) - 1 }, () => '')];
}

/** As it is seen: markup breaks its lines anywhere. A blank that breaks no line stays one: it groups digits. */
function textIn(element: HTMLElement): string {
  return (element.textContent ?? '').replace(/[\t\n\f\r ]+/g, ' ').trim();
}
