import * as z from 'zod/mini';
import { Id } from '../text/id.ts';

/** So many corrections are taken into one letter. */
export const mostBundled = 100;

/**
 * Ban hành thay thế: of a letter that went out another is made, with the corrections named, that takes its place. `number` is the edition
 * that is replaced; who decided is a member of staff, `at` in milliseconds since 1970.
 */
export const Reissue = z.object({
  number: z.int().check(z.minimum(1)),
  corrections: z.array(z.object({ unit: Id, number: z.int() })).check(z.minLength(1), z.maxLength(mostBundled)),
  who: Id,
  at: z.number(),
});
export type Reissue = z.infer<typeof Reissue>;
