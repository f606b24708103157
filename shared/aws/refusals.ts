import { type Bound, countOneMore } from './counted.ts';
import type { Table } from './table.ts';

/** So many secrets of one network address may be refused in a window, and no more: whoever opens what is theirs sends none. */
export const mostRefused = 100;

/** How long a window lasts, milliseconds. */
export const windowLasts = 10 * 60_000;

const refused: Bound = { kind: 'REFUSED', most: mostRefused, lasts: windowLasts };

/**
 * Counts a secret that was refused. How long its sender has to wait, milliseconds, when there were too many already; else
 * undefined.
 */
export function countRefusal(table: Table, address: string, now: number): Promise<number | undefined> {
  return countOneMore(table, refused, { who: address, now });
}
