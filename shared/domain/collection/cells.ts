/**
 * The cells of a sheet as a clipboard carries them (text/plain of Excel, LibreOffice, Google Sheets): a line for each row, tabs between
 * its cells, and a cell in which a line breaks, or a quote stands, in quotes that are doubled within. Rows in which nothing stands are
 * left out. Linear in the length of `text`.
 */
export function rowsOf(text: string): string[][] {
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/y;
  const rows: string[][] = [[]];
  const all = text.replace(/\r\n?/g, '\n');
  while (cells.lastIndex < all.length) {
    const [, quoted, bare = '', end] = cells.exec(all) ?? [];
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? bare).replace(/[\t\n ]+/g, ' ').trim());
    if (end === '\n') rows.push([]);
  }
  return rows.filter(row => row.some(cell => cell !== ''));
}

/** A row as people are told of it: what stands in its cells. */
export function inALine(row: string[]): string {
  return row.filter(Boolean).join(' | ');
}

/** What `rowsOf` reads as these rows. */
export function textOfRows(rows: string[][]): string {
  return rows.map(row => row.map(cellText).join('\t')).join('\n');
}

function cellText(cell: string): string {
  return /^"|[\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
