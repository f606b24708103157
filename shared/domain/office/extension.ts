import * as z from 'zod/mini';
import { Id } from '../text/id.ts';
import { Reason } from '../text/reason.ts';

/** So many units may be named at once: the record that says so stays small. */
export const mostExtended = 500;

/**
 * Gia hạn: a held period takes more from the units named, until an hour; where none is, it is open for nothing but the wording. `number` counts the extensions of a period from 1; who
 * decided is a member of staff. Instants are milliseconds since 1970.
 */
export const Extension = z.object({
  number: z.int().check(z.minimum(1)),
  units: z.array(Id).check(z.maxLength(mostExtended)),
  until: z.number(),
  reason: Reason,
  who: Id,
  at: z.number(),
});
export type Extension = z.infer<typeof Extension>;

/** How often a period was extended, and so its heads opened again. */
export function timesExtended({ extension }: { extension?: Pick<Extension, 'number'> | undefined }): number {
  return extension?.number ?? 0;
}
