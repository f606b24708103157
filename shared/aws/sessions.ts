import * as z from 'zod/mini';
import { Term } from '../domain/calendar/term.ts';
import { Id } from '../domain/text/id.ts';
import { newToken, sha256 } from '../token.ts';
import type { Session } from './access.ts';
import { get, type Key, putOnce, type Table } from './table.ts';

/**
 * A unit's session as it is kept, never changed: by the digest of its secret, until the table clears it away. It lies apart
 * from the links, so that who may open sessions for units can make no link, and none for staff.
 */
const Kept = z.object({
  ...{ report: Id, month: Term, unit: Id, shards: z.number(), epoch: z.number() },
  /** Milliseconds since 1970; `expiresAt` is the same in seconds, as the table's own clean-up wants it. */
  until: z.number(),
});

/** Opens a session in the epoch it says: its secret. */
export async function openSession(
  table: Table,
  { head, epoch, until }: Extract<Session, { epoch: number }>,
): Promise<string> {
  const token = newToken();
  const { report, month, unit, shards } = head;
  const expiresAt = Math.ceil(until / 1_000);
  await putOnce(table, { ...keyOf(token), report, month, unit, shards, epoch, until, expiresAt });
  return token;
}

/** The session of a secret, whether or not its time is up; undefined when there is none. */
export async function sessionOf(table: Table, token: string): Promise<Session | undefined> {
  const item = await get(table, keyOf(token));
  if (!item) return undefined;
  const { epoch, until, ...head } = Kept.parse(item);
  return { head, epoch, until };
}

function keyOf(token: string): Key {
  return { pk: `SESSION#${sha256(token)}`, sk: 'SESSION' };
}
