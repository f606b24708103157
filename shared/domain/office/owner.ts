import * as z from 'zod/mini';
import { Month } from '../calendar/month.ts';
import { Id } from '../text/id.ts';

/** Who owes an indicator or a task: one unit, or one after another when it is handed over. */
export const Owner = z.array(z.strictObject({ unit: Id, from: z.optional(Month) })).check(z.minLength(1));
export type Owner = z.infer<typeof Owner>;
