import * as z from 'zod/mini';
import { CalendarDate, dateInDigits } from '../calendar/day.ts';
import { Term } from '../calendar/term.ts';
import type { Edition } from '../compilation/edition.ts';
import { Id } from '../text/id.ts';

/** Số đi: a number of a year and a symbol, and the letter that has it, for good (NĐ 30/2020, Điều 15). */
export const GivenNumber = z.object({
  ...{ year: z.string(), symbol: z.string(), number: z.number(), date: CalendarDate },
  ...{ report: Id, month: Term, edition: z.number() },
});
export type GivenNumber = z.infer<typeof GivenNumber>;

/** More letters than any office sends in a year. */
export const largestNumber = 99_999;

/** The number after the last one given. */
export function nextNumber(given: Pick<GivenNumber, 'number'>[]): number {
  return Math.max(0, ...given.map(({ number }) => number)) + 1;
}

/**
 * Why a number from the office's own book cannot be given on a date; undefined when it can. Numbers and dates go up together: a
 * number below one that was given would bear a later date than that.
 */
export function whyNotNumber(typed: number, given: Pick<GivenNumber, 'number' | 'date'>[]): string | undefined {
  if (!Number.isInteger(typed) || typed < 1 || typed > largestNumber)
    return `Số là một số nguyên từ 1 đến ${largestNumber}; để trống thì lấy số kế tiếp.`;
  const above = given.toSorted((one, other) => one.number - other.number).find(({ number }) => number >= typed);
  if (!above) return undefined;
  const last = nextNumber(given) - 1;
  return above.number === typed
    ? `Số ${typed} đã cấp cho văn bản khác, ngày ${dateInDigits(above.date)}. Hãy ghi số lớn hơn ${last}, hoặc để trống.`
    : `Số ${above.number} đã cấp ngày ${dateInDigits(above.date)}, nên số ${typed} nay sẽ là lùi ngày. Hãy ghi số lớn hơn ${last}, hoặc để trống.`;
}

/** Whether a number stays without a letter: its draft was given another one, or was withdrawn. */
export function isLost({ number }: Pick<GivenNumber, 'number'>, owner: Pick<Edition, 'numbered' | 'passage'>): boolean {
  return owner.numbered ? owner.numbered.number !== number : owner.passage?.stands === 'withdrawn';
}

/** The numbers that no letter bears between the first and the last given, "3, 5–8": passed over, or lost. */
export function gapsIn(given: Pick<GivenNumber, 'number'>[], lost: Pick<GivenNumber, 'number'>[] = []): string {
  if (given.length === 0) return '';
  const gone = new Set(lost.map(({ number }) => number));
  const all = given.map(({ number }) => number).sort((one, other) => one - other);
  const ends = { before: (all[0] ?? 0) - 1, after: nextNumber(given) };
  const borne = [ends.before, ...all.filter(number => !gone.has(number)), ends.after];
  return borne
    .slice(1)
    .flatMap((number, at) => {
      const [from, to] = [(borne[at] ?? 0) + 1, number - 1];
      return from > to ? [] : [from === to ? `${from}` : `${from}–${to}`];
    })
    .join(', ');
}

/** A number as letters print it: below 10 with a 0 (NĐ 30/2020, Phụ lục I). */
export function numberPrinted(number: number): string {
  return String(number).padStart(2, '0');
}
