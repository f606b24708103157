import type { Term } from '../domain/calendar/term.ts';
import { fromParts, largestInItem, Parts, putInParts } from './parts.ts';
import { get, type Item, putOnce, query, type Table } from './table.ts';

/** The hashes of the receipts that a letter was made of, in their order, and the root they come to. */
export type ReceiptTree = { root: string; hashes: string[] };

type Name = { report: string; month: Term };

/** Keeps a tree beside the heads of its period, under its root. Keeping it again changes nothing. */
export async function keepReceipts(table: Table, name: Name, { root, hashes }: ReceiptTree): Promise<void> {
  const pk = partition(name);
  const bytes = Buffer.from(hashes.join(''), 'hex');
  const kept = bytes.byteLength > largestInItem ? await putInParts(table, pk, bytes) : new Uint8Array(bytes);
  await putOnce(table, { pk, sk: `RECEIPTS#${root}`, hashes: kept });
}

/** The trees of a period: one, but for letters that were compiled again. */
export async function receiptTreesOf(table: Table, name: Name): Promise<ReceiptTree[]> {
  return Promise.all((await query(table, partition(name), 'RECEIPTS#')).map(item => treeIn(table, item)));
}

async function treeIn(table: Table, { pk, sk, hashes }: Item): Promise<ReceiptTree> {
  const bytes =
    hashes instanceof Uint8Array ? hashes : await fromParts(String(pk), Parts.parse(hashes), key => get(table, key));
  const hex = Buffer.from(bytes).toString('hex');
  return { root: String(sk).slice('RECEIPTS#'.length), hashes: hex.match(/.{1,64}/g) ?? [] };
}

function partition({ report, month }: Name): string {
  return `PERIOD#${report}#${month}`;
}
