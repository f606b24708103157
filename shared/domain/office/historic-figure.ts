import * as z from 'zod/mini';
import { Month } from '../calendar/month.ts';
import { Term } from '../calendar/term.ts';
import { Decimal } from '../text/decimal.ts';
import { Id } from '../text/id.ts';

/**
 * A figure of a term before the first period; `value` is a plain decimal. Of an indicator that many units owe it may be one unit's.
 * With `since` it is the sum of that month and all up to `period`: what an office that starts within a year has of it.
 */
export const HistoricFigure = z.strictObject({
  period: Term,
  since: z.optional(Month),
  indicator: Id,
  unit: z.optional(Id),
  value: Decimal,
  /** True where only an estimate was issued: the unit is asked for the official figure. */
  estimated: z.optional(z.boolean()),
});
export type HistoricFigure = z.infer<typeof HistoricFigure>;
