import * as z from 'zod/mini';
import { Term } from '../domain/calendar/term.ts';
import { Id } from '../domain/text/id.ts';
import { isToken, sha256 } from '../token.ts';
import { get, putOnce, type Table, update } from './table.ts';

/**
 * What a secret opens: a unit's form, the door to the board (once), the board for as long as a session lasts, an edition's
 * files, or the file that is to be signed, once, and its way back, once. Only the hash of its secret is kept. `expiresAt` in seconds since 1970, as the table's own clean-up wants it; it is checked on every use all the same.
 */
export const Link = z.discriminatedUnion('opens', [
  z.object({
    opens: z.literal('form'),
    ...{ report: Id, month: Term, unit: Id, shards: z.number(), expiresAt: z.number() },
    /** The head's when the link was made. A link of before there were epochs has none: its head lists its digest. */
    epoch: z.optional(z.number()),
    /** True of one by which a unit comes back once its form is closed, to ask for corrections. */
    afterTheClose: z.optional(z.boolean()),
  }),
  z.object({
    opens: z.literal('sign-in'),
    ...{ staff: Id, expiresAt: z.number() },
    /** Digests: of the browser it was asked for in, and of the code beside it in the mail. Of before there were codes neither. */
    asker: z.optional(z.string()),
    code: z.optional(z.string()),
  }),
  z.object({ opens: z.literal('board'), staff: Id, expiresAt: z.number() }),
  z.object({
    opens: z.enum(['to-sign', 'signed']),
    ...{ report: Id, month: Term, number: z.number(), expiresAt: z.number() },
    /** Whose turn it was when the address was made, and which: a later turn is served by none of before. */
    ...{ staff: Id, turn: z.number() },
  }),
  z.object({ opens: z.literal('edition'), report: Id, month: Term, number: z.number(), expiresAt: z.number() }),
]);
export type Link = z.infer<typeof Link>;

export async function recordLink(table: Table, token: string, link: Link): Promise<void> {
  await putOnce(table, { ...keyOf(token), ...link });
}

/** The link of a secret; undefined when it is unknown, used up or past its time. `now` in milliseconds. */
export async function linkOf(table: Table, token: string, now: number): Promise<Link | undefined> {
  const item = isToken(token) ? await get(table, keyOf(token)) : undefined;
  const link = item && !('usedAt' in item) ? Link.parse(item) : undefined;
  return link && now < link.expiresAt * 1_000 ? link : undefined;
}

/** Uses up a link: whoever does so first gets it, and nobody after. Undefined when it is unknown, used or past its time. */
export async function useUp(table: Table, token: string, now: number): Promise<Link | undefined> {
  if (!isToken(token)) return undefined;
  const item = await update(table, keyOf(token), {
    set: ['usedAt = :now'],
    condition: 'attribute_exists(pk) AND attribute_not_exists(usedAt)',
    values: { ':now': now },
  });
  const link = item && Link.parse(item);
  return link && now < link.expiresAt * 1_000 ? link : undefined;
}

function keyOf(token: string) {
  return { pk: `LINK#${sha256(token)}`, sk: 'LINK' };
}
