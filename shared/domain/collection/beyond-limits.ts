import Big from 'big.js';
import { writeNumeral } from '../text/numeral.ts';

/** Between which a number usually lies, plain decimals; undefined where nothing is said. */
export type Limits = { least?: string | undefined; most?: string | undefined };

/** What is said of a number that lies beyond its limits, and so is taken only with an explanation; undefined of any other. */
export function beyondLimits(value: string, { least, most }: Limits): string | undefined {
  if (least !== undefined && new Big(value).lt(least)) return `Nhỏ hơn mức thường gặp (${writeNumeral(least)}).`;
  if (most !== undefined && new Big(value).gt(most)) return `Lớn hơn mức thường gặp (${writeNumeral(most)}).`;
  return undefined;
}
