import * as z from 'zod/mini';
import { TimeOfDay } from '../calendar/day.ts';
import { By } from './issuing.ts';

/** Báo lên trên: who is told that units still owe, so many working days before their deadline: those who head them, or some of the staff. */
export const Escalation = z.strictObject({
  workingDaysBefore: z.int().check(z.minimum(0), z.maximum(20)),
  at: TimeOfDay,
  to: z.union([z.literal('heads'), By]),
});
export type Escalation = z.infer<typeof Escalation>;
