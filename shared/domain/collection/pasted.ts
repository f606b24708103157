import type { Indicator } from '../office/indicator.ts';

/** What cells copied from a sheet say: a numeral as typed by indicator, and the rows that say nothing we asked. */
export type Pasted = { values: Map<string, string>; unread: string[] };

/** Cells copied from a sheet: a line for each row, tabs between its cells. */
export function rowsOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(line => line.split('\t').map(cell => cell.trim()))
    .filter(row => row.some(cell => cell !== ''));
}

/**
 * Finds the figures in rows of cells. A row belongs to the indicator it names, by name or code, and its figure is the one
 * numeral after that; with two, nobody knows which is meant and it is left unread. Where no row names any, rows of one cell
 * each are taken in the form's order, if there are as many.
 */
export function figuresPasted(rows: string[][], indicators: Indicator[]): Pasted {
  const codes = new Map(
    indicators.flatMap(({ code, name }) => [code, name].map(each => [folded(each), code] as const)),
  );
  const inOrder = rows.length === indicators.length && rows.every(row => row.length === 1 && row.every(isNumeral));
  if (inOrder)
    return { values: new Map(rows.flat().map((cell, at) => [(indicators[at] as Indicator).code, cell])), unread: [] };
  const values = new Map<string, string>();
  const unread: string[] = [];
  for (const row of rows) {
    const named = row.map(cell => codes.get(folded(cell)));
    const at = named.findIndex(code => code !== undefined);
    const code = named[at];
    const [numeral, ...others] = row.slice(at + 1).filter(isNumeral);
    if (code !== undefined && numeral !== undefined && others.length === 0) values.set(code, numeral);
    else unread.push(row.filter(Boolean).join(' | '));
  }
  return { values, unread };
}

function isNumeral(cell: string): boolean {
  return cell.length <= 64 && /^[-\u2212\d.,\s\u00a0\u202f]+$/.test(cell) && /\d/.test(cell);
}

/** Capitals, accents written either way and blanks do not tell names apart. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
}
