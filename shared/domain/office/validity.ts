import * as z from 'zod/mini';
import { Month, within } from '../calendar/month.ts';
import { lastMonthOf, type Term, termsAfter, termsAYear } from '../calendar/term.ts';

/** Offices merge and are renamed: what has these months exists only between them, both included. */
export const Validity = { validFrom: z.optional(Month), validTo: z.optional(Month) };

/** What stands only in the terms that end in these months of the year: June asks for the half-year's estimate. */
export const MonthsOfYear = z.array(z.int().check(z.minimum(1), z.maximum(12))).check(z.minLength(1));

type Valid = Parameters<typeof within>[0] & { months?: number[] | undefined };

/** The last term before one in which something stood, as far as a year back; undefined where it is new. */
export function termItStoodIn(valid: Valid, term: Term): Term | undefined {
  const earlier = Array.from({ length: termsAYear(term) }, (_, at) => termsAfter(term, -1 - at));
  return earlier.find(each => standsIn(valid, each));
}

/** True of what stands in a term: a term is told by the month it ends in. */
export function standsIn(valid: Valid, term: Term): boolean {
  const last = lastMonthOf(term);
  return within(valid, last) && (valid.months?.includes(Number(last.slice(5))) ?? true);
}
