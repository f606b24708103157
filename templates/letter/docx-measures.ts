import { widthOf } from './measure.ts';

/** DOCX measures lengths in twentieths of a point. */
export function points(length: number): number {
  return Math.round(length * 20);
}

export function millimetres(length: number): number {
  return points((length * 72) / 25.4);
}

/** The indent, on both sides, that leaves a rule of a part of some bold words' width in a column (millimetres). */
export function indentOfRule(
  words: string,
  size: number,
  part: number,
  column: number,
): { left: number; right: number } {
  const rule = points(widthOf(words, '700Bold', size) * part);
  const side = Math.max(0, Math.round((millimetres(column) - rule) / 2));
  return { left: side, right: side };
}
