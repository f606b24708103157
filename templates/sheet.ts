/** A cell: text, or a plain decimal that a spreadsheet may reckon with. */
type Cell = string | { number: string };

type Sheet = { name: string; rows: Cell[][] };

/**
 * A workbook of one sheet, its first row the heading. Text is written as text: whatever a unit typed, "=1+1" too, is shown
 * and never computed (OWASP, CSV injection).
 */
export async function xlsx({ name, rows }: Sheet): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: [
      {
        name,
        rows: rows.map(row => row.map(cell => (typeof cell === 'string' ? cell : Number(cell.number)))),
        freezePane: { rows: 1 },
        columns: (rows[0] ?? []).map((_, at) => ({ width: widthOf(rows, at) })),
      },
    ],
  });
}

function widthOf(rows: Cell[][], at: number): number {
  const lengths = rows.map(row => (typeof row[at] === 'string' ? row[at].length : 12));
  return Math.min(60, Math.max(10, ...lengths) + 2);
}
