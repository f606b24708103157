import { evenLines, type Typeset } from './even-lines.ts';
import { pointsOf } from './layout.ts';
import { widthOf } from './measure.ts';

/** DOCX measures lengths in twentieths of a point. */
export function points(length: number): number {
  return Math.round(length * 20);
}

export function millimetres(length: number): number {
  return points(pointsOf(length));
}

type Indents = { left: number; right: number };

/** The indent, on both sides, that leaves a rule of a part of some bold words' lines in a column (millimetres). */
export function indentOfRule(
  words: string,
  { size, part, column }: { size: number; part: number; column: number },
): Indents {
  const lines =
    evenLines(words, { face: '700Bold', size }, millimetres(column) / 20) ?? widthOf(words, '700Bold', size);
  return beside(points(lines * part), column);
}

/** The indent, on both sides, in which words of several lines stand on even ones; none where they stand on one. */
export function indentOfLines(words: string, typeset: Typeset, column: number): Indents | undefined {
  const lines = evenLines(words, typeset, millimetres(column) / 20);
  return lines === undefined ? undefined : beside(points(lines), column);
}

function beside(width: number, column: number): Indents {
  const side = Math.max(0, Math.round((millimetres(column) - width) / 2));
  return { left: side, right: side };
}
