import * as z from 'zod/mini';
import { Period } from '../office/period.ts';
import { Id } from '../text/id.ts';
import { Edition } from './edition.ts';

/** What the close found a unit's head to hold: the fence's hour, and of the latest revision what its receipt says. */
const SealedHead = z.object({
  unit: Id,
  revision: z.number(),
  fencedAt: z.number(),
  key: z.optional(z.string()),
  hash: z.optional(z.string()),
  receivedAt: z.optional(z.number()),
  /** Covers the whole revision and those before it; none in what was handed in before sums were kept. */
  sum: z.optional(z.string()),
});
export type SealedHead = z.infer<typeof SealedHead>;

/**
 * Niêm: what a period had come to when it was closed and compiled, filed under its own hash beside the letter. The edition
 * names the hash, and so whoever alters period, receipts or edition by hand has to alter the seal, and its name, and the
 * edition, and what the trail holds of it. The period's units are not in it: they follow from the department it pins.
 */
export const Seal = z.object({
  period: z.omit(Period, { state: true, units: true, extension: true, edits: true, reissue: true }),
  heads: z.array(SealedHead),
  /** As it was recorded. */
  edition: z.omit(Edition, { seal: true, extension: true, recall: true, reissue: true }),
});
export type Seal = z.infer<typeof Seal>;
