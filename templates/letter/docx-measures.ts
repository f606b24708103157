import { BorderStyle, type IBorderOptions, LineRuleType } from 'docx';
import { widthOf } from './measure.ts';

/** DOCX measures lengths in twentieths of a point. */
export function points(length: number): number {
  return Math.round(length * 20);
}

export function millimetres(length: number): number {
  return points((length * 72) / 25.4);
}

/** Single lines. The rule is named: left out, the line would be 12 points whatever the type. */
export function lines(): { line: number; lineRule: typeof LineRuleType.AUTO; before: number; after: number } {
  return { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };
}

export const noBorder: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 };

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
