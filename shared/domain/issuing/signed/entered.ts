import { dateInDigits } from '../../calendar/day.ts';
import type { Numbered } from '../../compilation/passage.ts';
import { annotationsOf, pagesOf } from './areas.ts';
import { entriesOf, isString, type PdfString } from './pdf-value.ts';
import { type State, stateOf } from './revisions.ts';

/**
 * Where the number and the date that were entered in their fields are other than those given, in words. What is only drawn there, as
 * some programs do, cannot be told.
 */
export function wronglyEntered(file: Uint8Array, { number, date }: Numbered): string[] {
  const state = stateOf(file);
  const [so, ngay] = [enteredIn(state, 'so'), enteredIn(state, 'ngay')];
  const given = date.split('-').map(Number).reverse().join(' ');
  return [
    ...(so !== undefined && numbersIn(so) !== String(number) ? [`Ô số ghi "${so}", mà số đã cấp là ${number}.`] : []),
    ...(ngay !== undefined && numbersIn(ngay) !== given
      ? [`Ô ngày ghi "${ngay}", mà ngày của văn bản là ${dateInDigits(date)}.`]
      : []),
  ];
}

function enteredIn(state: State, name: string): string | undefined {
  for (const page of pagesOf(state))
    for (const { number } of annotationsOf(state, page)) {
      const field = entriesOf(state.get(number));
      const [called, value] = [field.get('T'), field.get('V')];
      if (isString(called) && textIn(called) === name && isString(value)) return textIn(value).trim().slice(0, 60);
    }
  return undefined;
}

/** A text for people (ISO 32000-1, 7.9.2.2): UTF-16 behind its mark, else a byte a letter. */
function textIn({ bytes }: PdfString): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  return String.fromCharCode(...bytes.subarray(0, 200));
}

function numbersIn(text: string): string {
  return (text.match(/\d+/g) ?? []).map(Number).join(' ');
}
