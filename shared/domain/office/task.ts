import * as z from 'zod/mini';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { Owner } from './owner.ts';
import { Validity } from './validity.ts';

/** Nhiệm vụ. `group` says where in the letter its outcome stands; tasks of a group keep the order of the file. */
export const Task = z.strictObject({ id: Id, text: Line, group: Id, owner: Owner, ...Validity });
export type Task = z.infer<typeof Task>;
