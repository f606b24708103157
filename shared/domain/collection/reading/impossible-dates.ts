import { isCalendarDate } from '../../calendar/day.ts';
import { yearOf } from '../../calendar/month.ts';
import type { Term } from '../../calendar/term.ts';

const dateTyped = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-]|\.\d)/g;
const yearTyped = /năm (\d{4,6})(?!\d)/giu;

/** Offices tell of the years since 1945, and plan some decades ahead. */
export function impossibleDates(text: string, term: Term): string[] {
  const isYear = (year: number) => year >= 1945 && year <= yearOf(term) + 50;
  const dates = [...text.matchAll(dateTyped)].flatMap(([typed, day = '', , month = '', year = '']) => {
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isCalendarDate(date) && isYear(Number(year)) ? [] : [`Không có ngày "${typed}": xem lại.`];
  });
  const years = [...text.matchAll(yearTyped)].flatMap(([typed, year]) =>
    isYear(Number(year)) ? [] : [`"${typed}" có vẻ gõ nhầm: xem lại.`],
  );
  return [...new Set([...dates, ...years])];
}
