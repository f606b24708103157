import type { Cell, CellStyle, MergeRange, WriteSheet } from 'hucre/xlsx';
import type { PhuLuc, Table } from '../../shared/domain/letter/letter.ts';
import { formLines } from './form-head.ts';
import { placesOf, widthAcross } from './head-places.ts';
import { fonts, layout } from './layout.ts';
import { widthOf } from './measure.ts';
import { sum } from './sum.ts';
import { layoutOf } from './table-layout.ts';

/** A sheet, and its head's first and last row, which are repeated in print; rows are counted from 1, as in a workbook. */
export type AnnexSheet = { sheet: WriteSheet; headRows: [number, number] };

/** What is written row by row: cells with their looks, what spans several, and how tall a row has to be. */
type Rows = {
  cells: Map<string, Partial<Cell>>;
  merges: MergeRange[];
  rowDefs: NonNullable<WriteSheet['rowDefs']>;
  next: number;
};

type Look = {
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'right';
  bordered?: boolean;
  format?: string;
};

/** An annex as a sheet: its titles over the width, the head merged as in the letter and standing still, the rows, the notes. */
export function annexSheet(annex: PhuLuc, name: string): AnnexSheet {
  const { tieuDe, kemTheo, body, orientation = 'portrait', form } = annex;
  const tables = body.filter(block => block.kind === 'table');
  const columns = tables.map(table => layoutOf(table, orientation).widths);
  const widths = columns.reduce((widest, each) => (each.length > widest.length ? each : widest), []);
  const rows: Rows = { cells: new Map(), merges: [], rowDefs: new Map(), next: 0 };
  const { left = [], middle = [], right = [] } = form ? formLines(form) : {};
  for (const line of [...left, ...right]) across(rows, line, widths, { align: 'left' });
  across(rows, name, widths, { bold: true });
  across(rows, tieuDe, widths, { bold: true });
  for (const line of [kemTheo, ...middle]) across(rows, line, widths, { italic: true });
  const head: [number, number] = [rows.next + 1, rows.next + (tables[0]?.head.length ?? 0)];
  for (const table of tables) writeTable(rows, table, widths);
  for (const words of form?.foot ?? []) across(rows, words, widths, { bold: true, align: 'right' });
  const { page } = layout;
  const sheet: WriteSheet = {
    name,
    cells: rows.cells,
    merges: rows.merges,
    rowDefs: rows.rowDefs,
    columns: widths.map(width => ({ width: charactersOf(width) })),
    freezePane: { rows: head[1] },
    pageSetup: {
      paperSize: 'a4',
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {
        ...{ top: inches(page.top), bottom: inches(page.bottom), left: inches(page.left), right: inches(page.right) },
        ...{ header: 0.3, footer: 0.3 },
      },
    },
    headerFooter: { oddFooter: '&C&P' },
  };
  return { sheet, headRows: head };
}

function writeTable(rows: Rows, table: Table, widths: number[]): void {
  const { head, columns, rows: body, notes } = table;
  for (const [level, cells] of placesOf(head).entries()) {
    const row = rows.next + level;
    for (const placed of cells) {
      const { cell, from } = placed;
      const look = { bold: true, align: 'center' as const, bordered: true };
      merge(rows, { row, from }, cell, look);
      put(rows, { row, at: from }, cell.text, look);
      taller(rows, row, linesOf(cell.text, widthAcross(placed, widths)) / cell.rows);
    }
  }
  rows.next += head.length;
  for (const { cells, weight } of body) {
    for (const [at, { align, numbers }] of columns.entries()) {
      const text = cells[at] ?? '';
      const look: Look = { bold: weight !== undefined, bordered: true, align: align === 'decimal' ? 'right' : align };
      const number = numbers ? numberIn(text) : undefined;
      const place = { row: rows.next, at };
      if (number) put(rows, place, number.value, { ...look, format: number.format });
      else put(rows, place, text, look);
    }
    rows.next += 1;
  }
  for (const note of notes) across(rows, note, widths, { italic: true, align: 'left' });
}

/**
 * "1.298,30" as a number with as many decimals; undefined of words, and of more digits than a workbook keeps, 15 (ECMA-376, Part 1,
 * 18.17.5.2, IEEE 754).
 */
function numberIn(text: string): { value: number; format: string } | undefined {
  const [, sign = '', whole = '', decimals = ''] =
    /^([-\u2212]?)(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?$/.exec(text) ?? [];
  const digits = whole.replaceAll('.', '');
  if (whole === '' || (digits + decimals).length > 15) return undefined;
  const value = Number(`${sign ? '-' : ''}${digits}.${decimals || '0'}`);
  return { value, format: decimals ? `#,##0.${'0'.repeat(decimals.length)}` : '#,##0' };
}

/** A line over the whole width. */
function across(rows: Rows, text: string, widths: number[], look: Look): void {
  const place = { row: rows.next, from: 0 };
  merge(rows, place, { columns: widths.length, rows: 1 }, {});
  put(rows, { row: rows.next, at: 0 }, text, { align: 'center', ...look });
  // A workbook makes no row taller for words that stand over several columns.
  taller(rows, rows.next, linesOf(text, sum(widths)));
  rows.next += 1;
}

/** Each cell under one that spans others has its borders too, or the box is left open. */
function merge(
  rows: Rows,
  { row, from }: { row: number; from: number },
  { columns, rows: down }: { columns: number; rows: number },
  look: Look,
): void {
  if (columns * down === 1) return;
  rows.merges.push({ startRow: row, startCol: from, endRow: row + down - 1, endCol: from + columns - 1 });
  for (let level = row; level < row + down && look.bordered; level += 1)
    for (let at = from; at < from + columns; at += 1) put(rows, { row: level, at }, null, look);
}

function put(rows: Rows, { row, at }: { row: number; at: number }, value: string | number | null, look: Look): void {
  const type = value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string';
  rows.cells.set(`${row},${at}`, { value, type, style: styleOf(look) });
}

function styleOf({ bold = false, italic = false, align = 'left', bordered = false, format }: Look): CellStyle {
  const side = { style: 'thin' as const };
  return {
    font: { name: fonts.named, size: layout.table.size, bold, italic },
    alignment: { horizontal: align, vertical: 'center', wrapText: true },
    ...(bordered ? { border: { top: side, right: side, bottom: side, left: side } } : {}),
    ...(format ? { numFmt: format } : {}),
  };
}

function taller(rows: Rows, row: number, lines: number): void {
  const height = Math.max(rows.rowDefs.get(row)?.height ?? 0, Math.ceil(lines * layout.table.size * 1.3));
  rows.rowDefs.set(row, { height });
}

/** About how many lines words take in a width, points; rather one too many. */
function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil((widthOf(text, '700Bold', layout.table.size) * 1.1) / Math.max(width - 6, 1)));
}

/** A column's width is told in figures of the standard type, each half as wide as its size. */
function charactersOf(points: number): number {
  return Math.round((points / (layout.table.size / 2)) * 100) / 100;
}

/** A length in millimetres, in inches. */
function inches(length: number): number {
  return Math.round((length / 25.4) * 100) / 100;
}
