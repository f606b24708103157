import { fromItemOrParts, inItemOrParts } from './parts.ts';
import { type PeriodName, periodKey } from './periods.ts';
import { type Item, putOnce, query, type Table } from './table.ts';

/** The hashes of the receipts that a letter was made of, in their order, and the root they come to. */
export type ReceiptTree = { root: string; hashes: string[] };

/** Keeps a tree beside the heads of its period, under its root. Keeping it again changes nothing. */
export async function keepReceipts(table: Table, name: PeriodName, { root, hashes }: ReceiptTree): Promise<void> {
  const pk = periodKey(name).pk;
  const kept = await inItemOrParts(table, pk, new Uint8Array(Buffer.from(hashes.join(''), 'hex')));
  await putOnce(table, { pk, sk: `RECEIPTS#${root}`, hashes: kept });
}

/** The trees of a period: one, but for letters that were compiled again. */
export async function receiptTreesOf(table: Table, name: PeriodName): Promise<ReceiptTree[]> {
  return Promise.all((await query(table, periodKey(name).pk, 'RECEIPTS#')).map(item => treeIn(table, item)));
}

async function treeIn(table: Table, { pk, sk, hashes }: Item): Promise<ReceiptTree> {
  const hex = Buffer.from(await fromItemOrParts(table, String(pk), hashes)).toString('hex');
  return { root: String(sk).slice('RECEIPTS#'.length), hashes: hex.match(/.{1,64}/g) ?? [] };
}
