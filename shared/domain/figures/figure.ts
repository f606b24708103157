import * as z from 'zod/mini';
import type { Indicator } from '../office/indicator.ts';

/** Số liệu: báo cáo, ước, không phát sinh, chưa báo cáo. Each has its own wording in the letter. */
export const FigureState = z.enum(['reported', 'estimated', 'none', 'missing']);
export type FigureState = z.infer<typeof FigureState>;

const Decimal = z.string();

/** A figure as taken down: plain decimals, "138.8". */
export const Figure = z.object({
  state: FigureState,
  value: z.optional(Decimal),
  restates: z.optional(Decimal),
  changes: z.object({
    'previous-month': z.optional(Decimal),
    'same-month-last-year': z.optional(Decimal),
    'year-to-date': z.optional(Decimal),
  }),
  note: z.optional(z.string()),
});
export type Figure = z.infer<typeof Figure>;

/** True of a figure that says how much; "không phát sinh" and "chưa báo cáo" say it otherwise. */
export function isGiven({ state }: Pick<Figure, 'state'>): boolean {
  return state === 'reported' || state === 'estimated';
}

/** The changes that a unit may hand in itself: against the term before, the same term last year, and of the year so far. */
export const handedInChanges = ['previous-month', 'same-month-last-year', 'year-to-date'] as const;
export type HandedInChange = (typeof handedInChanges)[number];

/** The changes an indicator can be handed in with; that of the year so far only where it is no sum, and compared with last year's. */
export function changesHandedIn({ comparisons, kind, yearToDate }: Indicator): HandedInChange[] {
  const against = comparisons.flatMap(comparison => (comparison.with === 'plan' ? [] : comparison.with));
  const ofTheYear = yearToDate?.comparisons.some(comparison => comparison.with === 'same-month-last-year');
  return ofTheYear && (kind === 'index' || kind === 'rate') ? [...against, 'year-to-date'] : against;
}
