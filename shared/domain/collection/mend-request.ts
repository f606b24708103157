import * as z from 'zod/mini';
import { Term } from '../calendar/term.ts';
import { Id } from '../text/id.ts';
import { Reason } from '../text/reason.ts';

/**
 * Yêu cầu sửa: what a coordinator would have mended in a revision, one at most for each. It changes nothing of what was accepted:
 * unless the unit hands in anew before the close, the revision it is of is in the letter. `who` is a member of staff, `at` in
 * milliseconds since 1970.
 */
export const MendRequest = z.object({
  report: Id,
  month: Term,
  unit: Id,
  revision: z.int().check(z.minimum(1)),
  reason: Reason,
  who: Id,
  at: z.number(),
});
export type MendRequest = z.infer<typeof MendRequest>;

/** The request that a unit has still to answer: the one of its newest revision. */
export function unanswered<Request extends Pick<MendRequest, 'unit' | 'revision'>>(
  requests: Request[],
  { unit, revision }: { unit: string; revision: number },
): Request | undefined {
  return requests.find(request => request.unit === unit && request.revision === revision);
}
