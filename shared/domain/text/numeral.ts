import Big from 'big.js';

/**
 * What a typed numeral means in Việt Nam, where "." groups thousands and "," begins the decimals.
 *
 * - `number`: one meaning; `value` is a plain decimal, "-1234.5"
 * - `ambiguous`: it reads differently elsewhere ("138.8", "1,234"); `readings` says what it may have meant, each written
 *   so that it has one meaning ("138,8"; "1.234" or "1,2340"): the person is asked and nothing is guessed
 * - `invalid`: no numeral
 */
export type Numeral =
  | { kind: 'number'; value: string }
  | { kind: 'ambiguous'; readings: string[] }
  | { kind: 'invalid' };

/** No figure of a department needs more digits; a longer one is a slip of the hand. */
const mostDigits = 15;

const vietnamese = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const spaced = /^\d{1,3}(?: \d{3})+(?:,\d+)?$/;
const plain = /^\d+(?:,\d+)?$/;
const english = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const pointed = /^\d+\.\d+$/;

/** Reads what a person typed. Linear in the length of `typed`; a numeral over 15 digits is invalid. */
export function readNumeral(typed: string): Numeral {
  if (typed.length > 64) return { kind: 'invalid' };
  const text = typed.replace(/[\u00a0\u202f]/g, ' ').trim();
  const digits = text.replace(/^[-\u2212] ?/, '');
  const sign = digits === text ? '' : '-';
  if (digits.replace(/\D/g, '').length > mostDigits) return { kind: 'invalid' };
  if (looksEnglish(digits))
    return { kind: 'ambiguous', readings: englishReadings(digits).map(reading => sign + reading) };
  if (vietnamese.test(digits) || spaced.test(digits) || plain.test(digits)) {
    return { kind: 'number', value: new Big(sign + digits.replace(/[. ]/g, '').replace(',', '.')).toFixed() };
  }
  return { kind: 'invalid' };
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
