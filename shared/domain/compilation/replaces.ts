import * as z from 'zod/mini';

/** One thing that a letter says otherwise than the one it takes the place of. */
export const ChangeTold = z.object({ label: z.string(), before: z.string(), after: z.string() });
export type ChangeTold = z.infer<typeof ChangeTold>;

/** Which edition a letter takes the place of, the number and date that one bears, and what it says otherwise. */
export const Replaces = z.object({
  number: z.number(),
  so: z.optional(z.string()),
  date: z.string(),
  changes: z.array(ChangeTold),
});
export type Replaces = z.infer<typeof Replaces>;
