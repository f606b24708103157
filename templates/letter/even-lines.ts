import type { Face } from './fonts.ts';
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
  let [low, high] = [0, column];
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (Math.max(...widths) <= middle && linesIn(widths, blank, middle) <= lines) high = middle;
    else low = middle;
  }
  return Math.min(column, high + slack);
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
