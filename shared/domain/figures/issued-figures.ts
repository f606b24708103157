import * as z from 'zod/mini';
import { Term } from '../calendar/term.ts';
import { Id } from '../text/id.ts';

/**
 * The figures of one term as last issued, plain decimals by indicator; `units` are those of each unit, where many owe one.
 * `estimated` names those that were estimates, "xuat-khau" or of a unit "gieo-cay@kv1".
 */
export const IssuedFigures = z.object({
  month: Term,
  figures: z.record(Id, z.string()),
  units: z.optional(z.record(Id, z.record(Id, z.string()))),
  estimated: z.optional(z.array(z.string())),
});
export type IssuedFigures = z.infer<typeof IssuedFigures>;
