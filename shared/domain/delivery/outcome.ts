import * as z from 'zod/mini';
import { Term } from '../calendar/term.ts';
import { DraftAct } from '../compilation/passage.ts';
import { Recall } from '../compilation/recall.ts';
import { Id } from '../text/id.ts';

/** Which period an act was done to. */
const Of = { report: Id, month: Term };

/** A mail of the ledger, "resend-1 0123…": no text of anybody. */
const MailName = z.string().check(z.regex(/^[a-z]+-\d{1,4} [0-9a-f]{32}$/));

/**
 * What an act at the board did, for the page that follows to say; an act that did nothing says so. It holds no text of anybody:
 * names and addresses are the page's own. `since` is when the mail left that stands in the way, milliseconds since 1970; absent
 * while that still waits.
 */
export const Outcome = z.discriminatedUnion('act', [
  z.object({ ...Of, act: z.literal('release'), done: z.boolean() }),
  z.object({
    ...Of,
    act: z.literal('remind'),
    mailed: z.number(),
    standing: z.number(),
    since: z.optional(z.number()),
  }),
  z.object({ ...Of, act: z.literal('link'), unit: Id, mailed: z.number(), since: z.optional(z.number()) }),
  z.object({ ...Of, act: z.literal('revoke'), unit: Id }),
  z.object({ ...Of, act: z.literal('extend'), done: z.boolean(), edits: z.optional(z.literal(true)) }),
  z.object({ ...Of, act: z.literal('decide'), unit: Id, accepted: z.boolean(), done: z.boolean() }),
  z.object({ ...Of, act: z.literal('reissue'), done: z.boolean() }),
  z.object({ ...Of, act: z.literal('recall'), decided: Recall.shape.decided, done: z.boolean() }),
  z.object({ ...Of, act: z.literal('mend'), unit: Id, done: z.boolean() }),
  z.object({ ...Of, act: z.literal('edit'), unit: Id, did: z.enum(['made', 'back', 'stands']) }),
  z.object({ ...Of, act: z.literal('draft'), did: DraftAct.shape.did, at: DraftAct.shape.at }),
  z.object({ ...Of, act: z.literal('resend'), done: z.boolean(), mail: z.optional(MailName) }),
]);
export type Outcome = z.infer<typeof Outcome>;
