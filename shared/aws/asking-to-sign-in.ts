import { askedAtOnce } from '../domain/delivery/sign-in.ts';
import { type Bound, countOneMore } from './counted.ts';
import type { Table } from './table.ts';

const asked: Bound = { kind: 'ASKED', most: askedAtOnce, lasts: 3_600_000 };

/**
 * Counts that somebody at a network address asks for a way in for a mailbox, whether the office knows it or not. True when they
 * did too often in this hour: others who ask for the same mailbox, as its owner does, are counted for themselves.
 */
export async function asksTooOften(
  table: Table,
  { from, mailbox }: { from: string; mailbox: string },
  now: number,
): Promise<boolean> {
  return (await countOneMore(table, asked, { who: `${from} ${mailbox}`, now })) !== undefined;
}
