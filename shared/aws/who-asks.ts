import { createHmac } from 'node:crypto';
import { newToken } from '../token.ts';
import { get, type Table, update } from './table.ts';

/** So long the same key makes the digests, milliseconds; longer than anything is counted by them. */
export const keyLasts = 24 * 3_600_000;

/**
 * Who asks, for counting by: of their network address a digest that is the same for a day. Its key is made by chance, kept in
 * one item, and overwritten the next day, so that afterwards nobody can tell which address a digest was of: there are so few
 * addresses that without a key each could be tried. Hex. `now` in milliseconds since 1970.
 */
export async function whoAsks(table: Table, address: string, now: number): Promise<string> {
  const day = Math.floor(now / keyLasts);
  if (known?.day !== day) known = { day, key: await keyOf(table, day) };
  return createHmac('sha256', known.key).update(address).digest('hex');
}

/** Read once a day in the life of a process. */
let known: { day: number; key: string } | undefined;

const item = { pk: 'ASKERS', sk: 'KEY' };

/** The key of a day: of many that come first in it one makes it. A request of the day before takes the new one, too. */
async function keyOf(table: Table, day: number): Promise<string> {
  const kept = await get(table, item);
  if (kept && (kept.day as number) >= day) return kept.key as string;
  await update(table, item, {
    set: ['#day = :day', '#key = :key', 'expiresAt = :ends'],
    condition: kept ? '#day = :before' : 'attribute_not_exists(pk)',
    names: { '#day': 'day', '#key': 'key' },
    values: { ':before': kept?.day, ':day': day, ':key': newToken(), ':ends': ((day + 1) * keyLasts) / 1_000 },
  });
  return keyOf(table, day);
}
