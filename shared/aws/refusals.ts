import { type Table, update } from './table.ts';
import { whoAsks } from './who-asks.ts';

/** So many secrets of one network address may be refused in a window, and no more: whoever opens what is theirs sends none. */
export const mostRefused = 100;

/** How long a window lasts, milliseconds. */
export const windowLasts = 10 * 60_000;

/**
 * Counts a secret that was refused. How long its sender has to wait, milliseconds, when there were too many already; else
 * undefined. Who sent it is kept as a digest (who-asks.ts), and that until the window is over.
 */
export async function countRefusal(table: Table, address: string, now: number): Promise<number | undefined> {
  const window = Math.floor(now / windowLasts);
  const ends = (window + 1) * windowLasts;
  const counted = await update(
    table,
    { pk: `REFUSED#${await whoAsks(table, address, now)}`, sk: String(window) },
    {
      set: ['refused = if_not_exists(refused, :none) + :one', 'expiresAt = :ends'],
      condition: 'attribute_not_exists(refused) OR refused < :most',
      values: { ':none': 0, ':one': 1, ':most': mostRefused, ':ends': ends / 1_000 },
    },
  );
  return counted ? undefined : ends - now;
}
