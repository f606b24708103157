import { type Month, monthAndYear, monthNumber, monthsAfter, yearOf } from '../calendar/month.ts';
import {
  lastMonthOf,
  type Term,
  termAYearBefore,
  termBefore,
  termInWords,
  termShort,
  yearToDate,
} from '../calendar/term.ts';

/**
 * Fills the places of a phrase with a term's words: {kỳ} "quý III/2025", {kỳ này} "quý III", {kỳ trước} and {cùng kỳ} those compared
 * with; {tháng} "10", {tháng/năm} "10/2025", {năm} of the month it ends in; {tháng trước}, {tháng sau}, {tháng sau/năm} around it;
 * {số tháng} how many months of the year it ends. What is no place stays as it is.
 */
export function filledPhrase(phrase: string, term: Term, yearBegins?: number): string {
  return phrase.replace(/\{([^{}]+)\}/g, (written, name) => places[name]?.(term, yearBegins) ?? written);
}

const places: Record<string, (term: Term, yearBegins?: number) => string> = {
  kỳ: termInWords,
  'kỳ này': termShort,
  'kỳ trước': term => termInWords(termBefore(term)),
  'cùng kỳ': term => termInWords(termAYearBefore(term)),
  tháng: term => monthNumber(lastMonthOf(term)),
  'tháng/năm': term => monthAndYear(lastMonthOf(term)),
  năm: term => String(yearOf(term)),
  'năm trước': term => String(yearOf(term) - 1),
  'năm sau': term => String(yearOf(term) + 1),
  'tháng trước': term => monthNumber(monthBeside(term, -1)),
  'tháng sau': term => monthNumber(monthBeside(term, 1)),
  'tháng sau/năm': term => monthAndYear(monthBeside(term, 1)),
  'năm của tháng sau': term => String(yearOf(monthBeside(term, 1))),
  'số tháng': (term, yearBegins) => String(yearToDate(term, yearBegins).length),
};

/** The names of all places, as they stand between { and }. */
export const placeNames = Object.keys(places);

function monthBeside(term: Term, count: number): Month {
  return monthsAfter(lastMonthOf(term), count);
}
