import { unzipSync, zipSync } from 'fflate';
import type { Cell, CellValue, Sheet, SheetFilterInfo } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { longest } from './domain/collection/longest.ts';
import { problem } from './domain/problem.ts';
import { numberShown } from './xlsx-number.ts';

/** A filled template of ours unpacks to some tens of KB; what unpacks to more than this is none. Bytes. */
const largestUnpacked = 4 * 1024 * 1024;
const mostParts = 200;

/**
 * Tags and attributes, together. A thousand filled rows of a template have half as many. What reading costs goes by them and
 * not by bytes: ten kilobytes can unpack to a million, and to a second of work.
 */
const mostMarks = 200_000;

/** No template of ours reaches this far; a far cell would make a reader fill millions of empty ones. */
const mostRows = 2_000;

/** A sheet that whoever opens the workbook sees: its cells as text, as they see them, and how many rows or columns are hidden. */
export type SheetRead = { name: string; rows: string[][]; hidden: number };

/** The sheets that are seen and in which something stands, and the names of those that are hidden. */
export type WorkbookRead = { sheets: SheetRead[]; hidden: string[] };

/**
 * What a workbook shows. A stranger's file, so it is looked at before it is read: what it says it unpacks to, how many parts, tags and
 * attributes it has, how far its cells lie, that it declares nothing.
 * @throws Problem 422 when it is no workbook we would read
 */
export async function workbookRead(file: Uint8Array): Promise<WorkbookRead> {
  const checked = zipSync(checkedParts(file), { level: 0 });
  const hidden: string[] = [];
  const isSeen = (sheet: SheetFilterInfo) => {
    if (sheet.hidden || sheet.veryHidden) hidden.push(sheet.name);
    return !sheet.hidden && !sheet.veryHidden;
  };
  const { sheets } = await readXlsx(checked, { readStyles: true, sheets: isSeen }).catch(refuse);
  return { sheets: sheets.map(seenOf).filter(({ rows }) => rows.length > 0), hidden };
}

function seenOf({ name, rows, cells, rowDefs, columns }: Sheet): SheetRead {
  const isHiddenRow = (at: number) => rowDefs?.get(at)?.hidden === true;
  const isHiddenColumn = (at: number) => columns?.[at]?.hidden === true;
  const isEmpty = (value: CellValue | undefined) => value === null || value === undefined || value === '';
  const lost = (values: CellValue[], row: number) => isHiddenRow(row) && !values.every(isEmpty);
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const lostColumns = Array.from({ length: width }, (_, at) => at).filter(
    at => isHiddenColumn(at) && rows.some(row => !isEmpty(row[at])),
  );
  const seen = rows.flatMap((values, row) =>
    isHiddenRow(row)
      ? []
      : [values.flatMap((value, at) => (isHiddenColumn(at) ? [] : [textOf(value, cells?.get(`${row},${at}`))]))],
  );
  return {
    name,
    rows: seen.filter(row => row.some(cell => cell !== '')),
    hidden: rows.filter(lost).length + lostColumns.length,
  };
}

/** Packed anew, so that nothing of the stranger's own container is left: no lying sizes, no second part of one name. */
function checkedParts(file: Uint8Array): Record<string, Uint8Array> {
  let parts = 0;
  let unpacked = 0;
  try {
    const read = unzipSync(file, {
      filter: ({ originalSize }) => {
        parts += 1;
        unpacked += originalSize;
        if (parts > mostParts || unpacked > largestUnpacked) refuse();
        return true;
      },
    });
    const xml = Object.entries(read).flatMap(([name, content]) => (/\.(xml|rels)$/i.test(name) ? [content] : []));
    if (xml.reduce((sum, content) => sum + marksIn(content), 0) > mostMarks) refuse();
    for (const content of xml) refuseStrange(content);
    return read;
  } catch {
    return refuse();
  }
}

function marksIn(xml: Uint8Array): number {
  const [lessThan, equals] = [0x3c, 0x3d];
  let marks = 0;
  for (const byte of xml) if (byte === lessThan || byte === equals) marks += 1;
  return marks;
}

function refuseStrange(content: Uint8Array): void {
  const xml = new TextDecoder().decode(content);
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) refuse();
  for (const [, columns = '', row] of xml.matchAll(/\sr\s*=\s*["']([A-Z]*)(\d+)/gi)) {
    if (columns.length > 2 || Number(row) > mostRows) refuse();
  }
}

function refuse(): never {
  throw problem.unreadableSheet();
}

function textOf(value: CellValue | undefined, cell: Cell | undefined): string {
  if (typeof value === 'number') return numberShown(value, cell?.style?.numFmt);
  if (value instanceof Date) return dateShown(value);
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value === 'string')
    return value
      .replace(/[\t\n\r ]+/g, ' ')
      .trim()
      .slice(0, longest.cell + 1);
  return cell?.formula ? '(công thức chưa tính; hãy mở bằng Excel rồi lưu lại)' : '';
}

/** A date is no figure, and looks like none. */
function dateShown(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
