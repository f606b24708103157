import type { Face } from './fonts.ts';
import { halved } from './halved.ts';
import { widthOf } from './measure.ts';

export type Typeset = { face: Face; size: number };

/**
 * The width of the lines of words that need several in a column (points): the least in which they need no line more, so that
 * "ỦY BAN NHÂN DÂN TỈNH HÒA SƠN" leaves no word alone. Undefined where one line holds them.
 */
export function evenLines(words: string, { face, size }: Typeset, column: number): number | undefined {
  if (widthOf(words, face, size) <= column) return undefined;
  const widths = words.split(' ').map(word => widthOf(word, face, size));
  const blank = widthOf(' ', face, size);
  const lines = linesIn(widths, blank, column);
  const widest = Math.max(...widths);
  const isShort = (width: number) => widest > width || linesIn(widths, blank, width) > lines;
  return Math.min(column, halved(0, column, isShort, 0.5) + slack);
}

/** Word and Typst round each letter a little differently. */
const slack = 1;

function linesIn(widths: number[], blank: number, column: number): number {
  let lines = 1;
  let filled = 0;
  for (const width of widths) {
    if (filled > 0 && filled + blank + width > column) {
      lines += 1;
      filled = width;
    } else filled += (filled > 0 ? blank : 0) + width;
  }
  return lines;
}
