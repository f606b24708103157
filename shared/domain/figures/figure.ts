import * as z from 'zod/mini';

/** Số liệu: báo cáo, ước, không phát sinh, chưa báo cáo. Each has its own wording in the letter. */
export const FigureState = z.enum(['reported', 'estimated', 'none', 'missing']);
export type FigureState = z.infer<typeof FigureState>;

const Decimal = z.string();

/** A figure as taken down: plain decimals, "138.8". */
export const Figure = z.object({
  state: FigureState,
  value: z.optional(Decimal),
  restates: z.optional(Decimal),
  changes: z.object({ 'previous-month': z.optional(Decimal), 'same-month-last-year': z.optional(Decimal) }),
  note: z.optional(z.string()),
});
export type Figure = z.infer<typeof Figure>;

/** True of a figure that says how much; "không phát sinh" and "chưa báo cáo" say it otherwise. */
export function isGiven({ state }: Pick<Figure, 'state'>): boolean {
  return state === 'reported' || state === 'estimated';
}
