import * as z from 'zod/mini';
import { Month } from '../calendar/month.ts';
import { Decimal } from '../text/decimal.ts';
import { Id } from '../text/id.ts';

/**
 * Kế hoạch: what an indicator is to reach in a year, of the whole office or of one unit. `source` tells two plans side by side
 * apart (Trung ương giao, tỉnh giao); one with `from` takes the place of the earlier ones from the term that ends in that month on.
 */
export const PlannedFigure = z.strictObject({
  year: z.int().check(z.minimum(1900), z.maximum(2999)),
  indicator: Id,
  unit: z.optional(Id),
  source: z.optional(Id),
  from: z.optional(Month),
  value: Decimal,
});
export type PlannedFigure = z.infer<typeof PlannedFigure>;
