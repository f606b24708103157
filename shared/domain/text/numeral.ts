import Big from 'big.js';
import { withoutMeaningless } from './narrative.ts';
import { isUnit } from './unit-of-measure.ts';

/**
 * What a typed numeral means in Việt Nam, where "." groups thousands and "," begins the decimals.
 *
 * - `number`: one meaning; `value` is a plain decimal, "-1234.5"
 * - `ambiguous`: it reads differently elsewhere ("138.8", "1,234"), or may be two numbers side by side ("138 210"); `readings` says
 *   what it may have meant, each written so that it has one meaning ("138,8"; "1.234" or "1,2340"): the person is asked and nothing
 *   is guessed
 * - `invalid`: no numeral
 */
export type Numeral =
  | { kind: 'number'; value: string }
  | { kind: 'ambiguous'; readings: string[] }
  | { kind: 'invalid' };

/** No figure of a department needs more digits; a longer one is a slip of the hand. */
const mostDigits = 15;

const vietnamese = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
/** A blank that breaks no line groups digits; any other may be what is left between two cells that were pasted as one. */
const spaced = /^\d{1,3}(?:\u00a0\d{3})+(?:,\d+)?$/;
const apart = /^\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?$/;
const plain = /^\d+(?:,\d+)?$/;
const english = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const pointed = /^\d+\.\d+$/;

/**
 * Reads what a person typed or pasted: digits of full width, a minus of any length, "(5)" for -5 as accountants write it, and the unit
 * of measure behind it, where it is that of what is asked. Linear in the length of `typed`; a numeral over 15 digits is invalid.
 */
export function readNumeral(typed: string, unitOfMeasure = ''): Numeral {
  if (typed.length > 64) return { kind: 'invalid' };
  const { sign, digits, unit } = partsOf(typed);
  if (unit !== '' && !isUnit(unit, unitOfMeasure)) return { kind: 'invalid' };
  if (digits.replace(/\D/g, '').length > mostDigits) return { kind: 'invalid' };
  if (looksEnglish(digits))
    return { kind: 'ambiguous', readings: englishReadings(digits).map(reading => sign + reading) };
  if (vietnamese.test(digits) || spaced.test(digits) || plain.test(digits))
    return { kind: 'number', value: plainDecimal(sign + digits) };
  if (apart.test(digits)) return { kind: 'ambiguous', readings: [writeNumeral(plainDecimal(sign + digits))] };
  return { kind: 'invalid' };
}

/** What else a numeral of one meaning may have been meant as, by whoever's keyboard has no comma: "3,6040" of "3.604"; undefined where nothing. */
export function otherReading(typed: string): string | undefined {
  const { sign, digits } = partsOf(typed);
  return /^[1-9]\d{0,2}\.\d{3}$/.test(digits) ? `${sign}${digits.replace('.', ',')}0` : undefined;
}

/** A numeral's sign, its digits with what stands between them, and what stands behind it. */
function partsOf(typed: string): { sign: string; digits: string; unit: string } {
  const text = withoutMeaningless(typed)
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/[\u2007\u2009\u202f]/g, '\u00a0')
    .trim();
  const owing = /^\(([^()+-]*)\)([^()]*)$/.exec(text);
  const [, signed = '', rest = ''] = /^([-+]?) ?(.*)$/su.exec(owing ? `-${owing[1]}${owing[2]}` : text) ?? [];
  const [digits = ''] = /^[\d.,\s]*/.exec(rest) ?? [];
  return { sign: signed === '-' ? '-' : '', digits: digits.trim(), unit: rest.slice(digits.length).trim() };
}

function plainDecimal(numeral: string): string {
  return new Big(numeral.replace(/[. \u00a0]/g, '').replace(',', '.')).toFixed();
}

/** "1,234" is a thousand elsewhere, "138.8" has decimals elsewhere, "0.125" is no group of thousands. */
function looksEnglish(digits: string): boolean {
  if (english.test(digits)) return !digits.startsWith('0,');
  return pointed.test(digits) && (!vietnamese.test(digits) || digits.startsWith('0'));
}

function englishReadings(digits: string): string[] {
  const meantEnglish = writeNumeral(digits.replaceAll(',', ''));
  const asTyped = plain.test(digits) ? [`${digits}0`] : [];
  return [...new Set([meantEnglish, ...asTyped])];
}

/** Writes a plain decimal so that it is read back as what it is: "1.234" is "1,2340", as "1,234" would be asked about. */
export function writeToBeRead(value: string): string {
  const written = writeNumeral(value);
  return readNumeral(written).kind === 'ambiguous' ? `${written}0` : written;
}

/**
 * Writes a plain decimal the Vietnamese way: "3781" is "3.781", "138.80" is "138,8". With `decimals` it is rounded
 * half away from zero first. Trailing zeros are dropped, as the letter does ("giảm 1%").
 */
export function writeNumeral(value: string, decimals?: number): string {
  const number = decimals === undefined ? new Big(value) : roundHalfAwayFromZero(new Big(value), decimals);
  const [whole, fraction] = number.abs().toFixed().split('.') as [string, string?];
  return `${number.lt(0) ? '-' : ''}${grouped(whole)}${fraction ? `,${fraction}` : ''}`;
}

/** A count below ten is written with two digits, "02 dự án", as offices do. */
export function writeCount(value: string): string {
  const written = writeNumeral(value);
  return /^\d$/.test(written) ? `0${written}` : written;
}

/** "3781" is "3.781". */
function grouped(digits: string): string {
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join('.');
}

/** Rounds as people do by hand: 0.25 to 0.3 and -0.25 to -0.3. */
export function roundHalfAwayFromZero(number: Big, decimals: number): Big {
  return number.round(decimals, Big.roundHalfUp);
}
