import Big from 'big.js';
import { readNumeral, roundHalfAwayFromZero, writeToBeRead } from '../text/numeral.ts';
import { longest } from './longest.ts';

/** What a numeral is of, "Chỉ tiêu này", in which unit of measure, and how many decimals it may have. */
export type Numbered = { of: string; unitOfMeasure?: string | undefined; decimals: number };

/** Takes note of a fault; `readings` are what would be right, each as it can be typed. */
export type Report = (message: string, readings?: string[]) => void;

/** Takes down a numeral that a person typed, as a plain decimal; reports what it may have meant, or why it is none. */
export function decimalFrom(
  typed: string,
  { of, unitOfMeasure = '', decimals: most }: Numbered,
  report: Report,
): string | undefined {
  const numeral = readNumeral(typed, unitOfMeasure);
  if (numeral.kind === 'invalid') {
    const other = unitOfMeasure ? ` Đơn vị tính là ${unitOfMeasure}.` : '';
    report(`${quoted(typed)} không phải là số. Hãy gõ như 3.781 hoặc 138,8, tối đa 15 chữ số.${other}`);
    return undefined;
  }
  if (numeral.kind === 'number') {
    const decimals = decimalsOf(numeral.value);
    const reading = writeToBeRead(rounded(numeral.value, most));
    if (decimals > most)
      report(`${of} lấy tối đa ${most} chữ số thập phân; đã nhập ${decimals}. Nếu làm tròn: "${reading}".`, [reading]);
    return numeral.value;
  }
  // What would be refused in its turn is no advice.
  const readings = numeral.readings.map(reading => writeToBeRead(rounded(meaningOf(reading), most)));
  const ways = readings.map(reading => `"${reading}"`).join(' hoặc ');
  report(`${quoted(typed)} có thể hiểu nhiều cách. Hãy chọn hoặc gõ lại: ${ways}.`, readings);
  return undefined;
}

/** What was typed, as a fault says it again: no more of it than a numeral may have. */
export function quoted(typed: string): string {
  return `"${typed.trim().slice(0, longest.numeral).toWellFormed()}"`;
}

/** A reading has one meaning. */
function meaningOf(reading: string): string {
  const numeral = readNumeral(reading);
  return numeral.kind === 'number' ? numeral.value : reading;
}

function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

function rounded(value: string, decimals: number): string {
  return decimalsOf(value) <= decimals ? value : roundHalfAwayFromZero(new Big(value), decimals).toFixed();
}
