import * as z from 'zod/mini';
import { Month } from '../calendar/month.ts';
import { Id } from '../text/id.ts';

/** Who owes an indicator, a task or a list: one unit, or one after another when it is handed over; nobody where many owe it, or it is computed. */
export const Owner = z.array(z.strictObject({ unit: Id, from: z.optional(Month) }));
export type Owner = z.infer<typeof Owner>;
