import * as z from 'zod/mini';
import { Id } from '../text/id.ts';
import { Reason } from '../text/reason.ts';

/** So often a period's letters may be recalled, or let stand again: far more than people decide. */
export const mostRecalls = 50;

/**
 * Thu hồi: what was decided last of an issued letter, that it is not to be used any more, or that it stands again. `number` counts such
 * decisions of a period from 1; `who` is a member of staff, `at` in milliseconds since 1970.
 */
export const Recall = z.object({
  number: z.int().check(z.minimum(1)),
  decided: z.enum(['recalled', 'stands']),
  reason: Reason,
  who: Id,
  at: z.number(),
});
export type Recall = z.infer<typeof Recall>;

/** What is decided of a letter, in so far as it is: `stands` of one that never was recalled, too. */
export function decidedOf({ recall }: { recall?: Recall | undefined }): Recall['decided'] {
  return recall?.decided ?? 'stands';
}

/** True of a letter that is not to be used any more. */
export function isRecalled(edition: { recall?: Recall | undefined }): boolean {
  return decidedOf(edition) === 'recalled';
}
