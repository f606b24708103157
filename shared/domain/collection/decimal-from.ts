import { readNumeral } from '../text/numeral.ts';
import { longest } from './longest.ts';

/** What a numeral is of, "Chỉ tiêu này", and how many decimals it may have. */
export type Numbered = { of: string; decimals: number };

/** Takes down a numeral that a person typed, as a plain decimal; reports what it may have meant, or why it is none. */
export function decimalFrom(
  typed: string,
  { of, decimals: most }: Numbered,
  report: (message: string) => void,
): string | undefined {
  const numeral = readNumeral(typed);
  const quoted = `"${typed.trim().slice(0, longest.numeral).toWellFormed()}"`;
  if (numeral.kind === 'ambiguous') {
    const readings = numeral.readings.map(reading => `"${reading}"`);
    report(`${quoted} có thể hiểu nhiều cách. Hãy gõ lại: ${readings.join(' hoặc ')}.`);
    return undefined;
  }
  if (numeral.kind === 'invalid') {
    report(`${quoted} không phải là số. Hãy gõ như 3.781 hoặc 138,8, tối đa 15 chữ số.`);
    return undefined;
  }
  const decimals = numeral.value.split('.')[1]?.length ?? 0;
  if (decimals > most) report(`${of} lấy tối đa ${most} chữ số thập phân; đã nhập ${decimals}.`);
  return numeral.value;
}
