import * as z from 'zod/mini';
import { Id } from '../text/id.ts';

/** Who owes what many owe: every unit of the office, or these. */
export const Owing = z.union([z.literal('all'), z.array(Id).check(z.minLength(1))]);
export type Owing = z.infer<typeof Owing>;
