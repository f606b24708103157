import * as z from 'zod/mini';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { Owing } from './owing-units.ts';
import { Owner } from './owner.ts';
import { MonthsOfYear, Validity } from './validity.ts';

/**
 * Nhiệm vụ, of one unit or of many. `group` says where in the letter its outcome stands; tasks of a group keep the order of the
 * file, and the outcomes of a task of many the order of the units.
 */
export const Task = z.strictObject({
  id: Id,
  text: Line,
  group: Id,
  owner: Owner,
  owedBy: z.optional(Owing),
  months: z.optional(MonthsOfYear),
  ...Validity,
});
export type Task = z.infer<typeof Task>;
