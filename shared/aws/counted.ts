import { type Table, update } from './table.ts';
import { whoAsks } from './who-asks.ts';

/** What is counted within a window, and how much of it one may do. `lasts` in milliseconds. */
export type Bound = { kind: 'REFUSED' | 'ASKED'; most: number; lasts: number };

/**
 * Counts one more deed of whoever does it. How long until they may again, milliseconds, when there were too many already; else
 * undefined. Who it was is kept as a digest (who-asks.ts), and that until the window is over.
 */
export async function countOneMore(
  table: Table,
  { kind, most, lasts }: Bound,
  { who, now }: { who: string; now: number },
): Promise<number | undefined> {
  const window = Math.floor(now / lasts);
  const ends = (window + 1) * lasts;
  const counted = await update(
    table,
    { pk: `${kind}#${await whoAsks(table, who, now)}`, sk: String(window) },
    {
      set: ['#done = if_not_exists(#done, :none) + :one', 'expiresAt = :ends'],
      condition: 'attribute_not_exists(#done) OR #done < :most',
      names: { '#done': kind.toLowerCase() },
      values: { ':none': 0, ':one': 1, ':most': most, ':ends': ends / 1_000 },
    },
  );
  return counted ? undefined : ends - now;
}
