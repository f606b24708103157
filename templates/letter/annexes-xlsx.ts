import { unzipSync } from 'fflate';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import { annexSheet } from './annex-sheet.ts';
import { cleaned } from './clean.ts';
import { annexName, fonts, layout, type Properties } from './layout.ts';
import { zipped } from './zipped.ts';

/**
 * The annexes of a letter as one workbook (ISO/IEC 29500), a sheet for each that is a table, numbers as numbers;
 * undefined where none is. The same letter gives the same bytes.
 */
export async function annexesXlsx(
  letter: Letter,
  { title, author, date }: Properties,
): Promise<Uint8Array | undefined> {
  const annexes = cleaned(letter).phuLuc.map((annex, at) => ({ annex, name: annexName(letter, at) }));
  const tabled = annexes.filter(({ annex }) => annex.body.some(({ kind }) => kind === 'table'));
  if (tabled.length === 0) return undefined;
  const { writeXlsx } = await import('hucre/xlsx');
  const made = new Date(date);
  const sheets = tabled.map(({ annex, name }) => annexSheet(annex, name));
  const workbook = await writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.map(({ sheet, headRows: [from, to] }) => ({
      name: '_xlnm.Print_Titles',
      range: `'${sheet.name}'!$${from}:$${to}`,
      scope: sheet.name,
    })),
    properties: { title, creator: author, created: made, modified: made },
    defaultFont: { name: fonts.named, size: layout.table.size },
  });
  // It tells when each part was put in, which would make two equal workbooks differ.
  return zipped(unzipSync(workbook));
}
