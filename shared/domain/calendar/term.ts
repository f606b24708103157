import * as z from 'zod/mini';
import { type Month, monthAndYear, monthNumber, monthsAfter, yearOf } from './month.ts';

/** Định kỳ: how long the span is that a report tells of (NĐ 09/2019/NĐ-CP, Điều 12). */
export const Cadence = z.enum(['month', 'quarter', 'half-year', 'nine-months', 'year']);
export type Cadence = z.infer<typeof Cadence>;

/**
 * The span that a period tells of: "2025-10", "2025-Q3", "2025-S1" (6 tháng đầu năm), "2025-9M", "2025". Terms of one cadence
 * sort as text. That of a month is the month itself.
 */
export const Term = z
  .string()
  .check(
    z.regex(
      /^[12]\d{3}(-(0[1-9]|1[0-2]|Q[1-4]|S[12]|9M))?$/,
      'phải là kỳ: tháng 2025-10, quý 2025-Q3, 6 tháng 2025-S1, 9 tháng 2025-9M, hoặc năm 2025',
    ),
  );
export type Term = z.infer<typeof Term>;

/** By cadence, how many months a term lasts, and how many terms of it begin in a year. */
const lengths: Record<Cadence, { months: number; aYear: number }> = {
  month: { months: 1, aYear: 12 },
  quarter: { months: 3, aYear: 4 },
  'half-year': { months: 6, aYear: 2 },
  'nine-months': { months: 9, aYear: 1 },
  year: { months: 12, aYear: 1 },
};

export function cadenceOf(term: Term): Cadence {
  const part = term.slice(5);
  if (part === '') return 'year';
  if (part === '9M') return 'nine-months';
  if (part.startsWith('Q')) return 'quarter';
  return part.startsWith('S') ? 'half-year' : 'month';
}

export function firstMonthOf(term: Term): Month {
  return monthsAfter(`${yearOf(term)}-01`, (turnOf(term) - 1) * lengths[cadenceOf(term)].months);
}

export function lastMonthOf(term: Term): Month {
  return monthsAfter(firstMonthOf(term), lengths[cadenceOf(term)].months - 1);
}

/** The months of a term, oldest first. */
export function monthsOf(term: Term): Month[] {
  const { months } = lengths[cadenceOf(term)];
  return Array.from({ length: months }, (_, at) => monthsAfter(firstMonthOf(term), at));
}

/** The term of the same cadence that lies `count` terms after; before it when `count` is negative. */
export function termsAfter(term: Term, count: number): Term {
  const cadence = cadenceOf(term);
  const { aYear } = lengths[cadence];
  const turns = yearOf(term) * aYear + turnOf(term) - 1 + count;
  return named(cadence, Math.floor(turns / aYear), (turns % aYear) + 1);
}

/** The term before: of nine months and of a year, that of the year before. */
export function termBefore(term: Term): Term {
  return termsAfter(term, -1);
}

/** How many terms of its cadence a year has. */
export function termsAYear(term: Term): number {
  return lengths[cadenceOf(term)].aYear;
}

/** Cùng kỳ năm trước. */
export function termAYearBefore(term: Term): Term {
  return termsAfter(term, -termsAYear(term));
}

/** The term whose cùng kỳ năm trước this one is. */
export function termAYearAfter(term: Term): Term {
  return termsAfter(term, termsAYear(term));
}

/** The terms of a cadence that end in these months, both included, oldest first. */
export function termsEndingIn(cadence: Cadence, from: Month, to: Month): Term[] {
  const { months, aYear } = lengths[cadence];
  const terms: Term[] = [];
  for (let month = from; month <= to; month = monthsAfter(month, 1)) {
    const number = Number(month.slice(5));
    const turn = number / months;
    if (Number.isInteger(turn) && turn <= aYear) terms.push(named(cadence, yearOf(month), turn));
  }
  return terms;
}

/** The terms of a cadence that make up some months exactly, oldest first; none where they do not, as half-years and nine months. */
export function termsMakingUp(cadence: Cadence, span: Month[]): Term[] {
  const terms = termsEndingIn(cadence, span[0] ?? '', span.at(-1) ?? '');
  return terms.flatMap(monthsOf).join() === span.join() ? terms : [];
}

/** The first term of a cadence that ends in a month or after it. */
export function termUntil(cadence: Cadence, month: Month): Term {
  return termsEndingIn(cadence, month, monthsAfter(month, 11))[0] as Term;
}

/**
 * The months of the year up to a term's end, oldest first. `begins` is the month a year begins in: 1, or another where the office
 * counts by crop or school years (niên vụ, năm học).
 */
export function yearToDate(term: Term, begins = 1): Month[] {
  const last = lastMonthOf(term);
  const count = ((Number(last.slice(5)) - begins + 12) % 12) + 1;
  return Array.from({ length: count }, (_, at) => monthsAfter(last, at - count + 1));
}

/** The terms of the year up to one, of its cadence, oldest first. */
export function termsSoFar(until: Term, begins = 1): Term[] {
  const [first = ''] = yearToDate(until, begins);
  const terms: Term[] = [];
  for (let term = until; lastMonthOf(term) >= first; term = termsAfter(term, -1)) terms.unshift(term);
  return terms;
}

/** All terms of the year that one counts in, of its cadence, oldest first. */
export function termsOfYear(term: Term, begins = 1): Term[] {
  const [first = term] = termsSoFar(term, begins);
  return Array.from({ length: termsAYear(term) }, (_, at) => termsAfter(first, at));
}

/** The year a term counts in: that in which it began, where years do not begin in January. */
export function yearOfTerm(term: Term, begins = 1): number {
  return yearOf(yearToDate(term, begins)[0] ?? lastMonthOf(term));
}

/** "tháng 10/2025", "quý III/2025", "6 tháng đầu năm 2025", "9 tháng đầu năm 2025", "năm 2025". */
export function termInWords(term: Term): string {
  const year = yearOf(term);
  if (cadenceOf(term) === 'month') return `tháng ${monthAndYear(term)}`;
  if (cadenceOf(term) === 'quarter') return `${termShort(term)}/${year}`;
  return cadenceOf(term) === 'year' ? `năm ${year}` : `${termShort(term)} năm ${year}`;
}

/** The same without its year, where the sentence has it already: "tháng 10", "quý III", "6 tháng đầu", "9 tháng đầu", "cả năm". */
export function termShort(term: Term): string {
  const turn = turnOf(term);
  switch (cadenceOf(term)) {
    case 'month':
      return `tháng ${monthNumber(term)}`;
    case 'quarter':
      return `quý ${['I', 'II', 'III', 'IV'][turn - 1]}`;
    case 'half-year':
      return turn === 1 ? '6 tháng đầu' : '6 tháng cuối';
    case 'nine-months':
      return '9 tháng đầu';
    case 'year':
      return 'cả năm';
  }
}

/** What a term is called where it has no number: "tháng", "quý", "năm"; of half a year and of nine months "kỳ". So "quý trước", "trong năm". */
export function spanInWords(term: Term): string {
  switch (cadenceOf(term)) {
    case 'month':
      return 'tháng';
    case 'quarter':
      return 'quý';
    case 'year':
      return 'năm';
    default:
      return 'kỳ';
  }
}

/** As it stands under the axis of a chart of its year, "T10", "Quý III"; what there is one of in a year as that year. */
export function termOnAxis(term: Term): string {
  if (termsAYear(term) === 1) return String(yearOf(term));
  return cadenceOf(term) === 'month' ? `T${Number(term.slice(5))}` : termShort(term).replace(/^quý/, 'Quý');
}

/** As it stands alone, where everything around it is of such terms: "10/2025", "quý III/2025". */
export function termAlone(term: Term): string {
  return cadenceOf(term) === 'month' ? monthAndYear(term) : termInWords(term);
}

/** As the name of a file has it: "tháng 03-2025", "quý III-2025", "6 tháng đầu năm 2025". */
export function termInFileName(term: Term): string {
  if (cadenceOf(term) === 'month') return `tháng ${term.slice(5)}-${yearOf(term)}`;
  return termInWords(term).replace('/', '-');
}

/** Which term of its year, counted from 1. */
function turnOf(term: Term): number {
  const cadence = cadenceOf(term);
  if (cadence === 'month') return Number(term.slice(5));
  return cadence === 'quarter' || cadence === 'half-year' ? Number(term.slice(6)) : 1;
}

function named(cadence: Cadence, year: number, turn: number): Term {
  switch (cadence) {
    case 'month':
      return `${year}-${String(turn).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${turn}`;
    case 'half-year':
      return `${year}-S${turn}`;
    case 'nine-months':
      return `${year}-9M`;
    case 'year':
      return String(year);
  }
}
