import { unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { problem } from './domain/problem.ts';
import { writeNumeral } from './domain/text/numeral.ts';

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

/**
 * The cells of a workbook's first sheet, as text; numbers are written the Vietnamese way. A stranger's file, so it is looked
 * at before it is read: what it says it unpacks to, how many parts, tags and attributes it has, how far its cells lie, that it declares nothing.
 * @throws Problem 422 when it is no workbook we would read
 */
export async function rowsOfXlsx(file: Uint8Array): Promise<string[][]> {
  const checked = zipSync(checkedParts(file), { level: 0 });
  const workbook = await readXlsx(checked).catch(refuse);
  return (workbook.sheets[0]?.rows ?? []).map(row => row.map(textOf)).filter(row => row.some(cell => cell !== ''));
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

function textOf(cell: unknown): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? writeNumeral(String(cell)) : '';
  return typeof cell === 'string' ? cell.trim().slice(0, 500) : '';
}
