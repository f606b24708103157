import * as z from 'zod/mini';
import { CalendarDate } from '../calendar/day.ts';
import { StepKind } from '../office/issuing.ts';
import { Id } from '../text/id.ts';
import { Reason } from '../text/reason.ts';

/** What a person did to a draft: passed it on, sent it back, handed it in again as it is, or had another one made in its place. */
export const DraftAct = z.object({
  did: z.enum(['pass', 'return', 'resubmit', 'redraft']),
  /** Where the draft stood: at a step, or with the coordinator. */
  at: z.union([StepKind, z.literal('coordinator')]),
  who: Id,
  /** Milliseconds since 1970. */
  when: z.number(),
  /** Hash of the PDF that was looked at: a draft is approved by its bytes, not by its name. */
  pdf: z.string(),
  words: z.optional(Reason),
  /** Hash of the file that came back from signing and was taken, of a step that one comes back from. */
  signed: z.optional(z.string()),
});
export type DraftAct = z.infer<typeof DraftAct>;

/**
 * Where a draft stands on its way to the issue, and all that was done to it, oldest first: `through` goes out; in place of one that
 * is `withdrawn` another is made.
 */
export const Passage = z.object({
  steps: z.array(StepKind),
  stands: z.union([StepKind, z.enum(['coordinator', 'withdrawn', 'through'])]),
  acts: z.array(DraftAct),
});
export type Passage = z.infer<typeof Passage>;

/** The number a letter was given, for good, and the date it bears since. */
export const Numbered = z.object({ number: z.number(), date: CalendarDate });
export type Numbered = z.infer<typeof Numbered>;
