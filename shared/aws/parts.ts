import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { sha256 } from '../token.ts';
import { get, type Item, type Key, putOnce, type Table } from './table.ts';

/** Bytes. An item holds 400 KB (DynamoDB, "Constraints"): so much of it may be one list, and the rest fits beside it. */
export const largestInItem = 250_000;

/** In an item, where a list would stand that is too large for it: how many parts of it lie beside, and the digest of all. */
export const Parts = z.object({ parts: z.number(), sha256: z.string() });
export type Parts = z.infer<typeof Parts>;

export function packed(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value));
}

export function unpacked(bytes: Uint8Array): unknown {
  return JSON.parse(gunzipSync(bytes).toString());
}

/** Bytes as they stand in an item of a partition: themselves, or where they are too large for it the parts beside it. */
export async function inItemOrParts(table: Table, pk: string, bytes: Uint8Array): Promise<Uint8Array | Parts> {
  return bytes.byteLength > largestInItem ? putInParts(table, pk, bytes) : bytes;
}

/** The bytes of what stands so in an item. @throws when a part is missing, or they are not what was kept */
export async function fromItemOrParts(table: Table, pk: string, kept: unknown): Promise<Uint8Array> {
  return kept instanceof Uint8Array ? kept : fromParts(pk, Parts.parse(kept), key => get(table, key));
}

/**
 * Keeps bytes of whatever length in a partition, in numbered parts: each an item, written once, under the digest of the whole,
 * so that two who write different things never mix. To be done before the item that names them, which is what commits.
 */
export async function putInParts(table: Table, pk: string, bytes: Uint8Array): Promise<Parts> {
  const whole = { parts: Math.ceil(bytes.byteLength / largestInItem), sha256: sha256(bytes) };
  for (const [at, key] of keysOf(pk, whole).entries()) {
    await putOnce(table, { ...key, bytes: bytes.subarray(at * largestInItem, (at + 1) * largestInItem) });
  }
  return whole;
}

/** The bytes that were kept in parts. @throws when one is missing, or they are not what was kept */
export async function fromParts(
  pk: string,
  whole: Parts,
  read: (key: Key) => Promise<Item | undefined> | Item | undefined,
): Promise<Uint8Array> {
  const items = await Promise.all(keysOf(pk, whole).map(read));
  const bytes = Buffer.concat(items.flatMap(item => (item?.bytes instanceof Uint8Array ? [item.bytes] : [])));
  if (sha256(bytes) !== whole.sha256) throw new Error(`not as it was written: the parts of ${pk}`);
  return bytes;
}

function keysOf(pk: string, { parts, sha256: digest }: Parts): Key[] {
  return Array.from({ length: parts }, (_, at) => ({ pk, sk: `PARTS#${digest}#${String(at + 1).padStart(4, '0')}` }));
}
