/** A cell: text, or a plain decimal that a spreadsheet may reckon with. */
export type Cell = string | { number: string };

/** The media type of a workbook (IANA). */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Sheet = { name: string; rows: Cell[][] };

/** A workbook of one sheet. */
export function xlsx(sheet: Sheet): Promise<Uint8Array> {
  return workbook([sheet]);
}

/**
 * A workbook of sheets, the first row of each its heading. Text is written as text: whatever a unit typed, "=1+1" too, is shown
 * and never computed (OWASP, CSV injection).
 */
export async function workbook(sheets: Sheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map(row => row.map(cell => (typeof cell === 'string' ? cell : Number(cell.number)))),
      freezePane: { rows: 1 },
      columns: (rows[0] ?? []).map((_, at) => ({ width: widthOf(rows, at) })),
    })),
  });
}

/** The same as CSV: UTF-8 with its mark, so that Excel reads Vietnamese, semicolons, as Vietnamese settings expect. */
export function csv({ rows }: Sheet): string {
  return `\ufeff${rows.map(row => row.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

/** Text that a spreadsheet would take for a formula is led by an apostrophe (OWASP ASVS 1.2.10); numbers stay numbers. */
function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell.number.replace('.', ',');
  const text = /^[\s\0]*[=+\-@;\uff1d\uff0b\uff0d\uff20]|^[\t\r\0]/.test(cell) ? `'${cell}` : cell;
  return /["\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function widthOf(rows: Cell[][], at: number): number {
  const lengths = rows.map(row => (typeof row[at] === 'string' ? row[at].length : 12));
  return Math.min(60, Math.max(10, ...lengths) + 2);
}
