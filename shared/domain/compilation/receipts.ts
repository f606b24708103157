import { canonical } from '../text/canonical.ts';
import { type Digest, hashOfLeaf } from './hash-tree.ts';
import type { SealedHead } from './seal.ts';

/** A receipt, of whichever record it is. */
type Receipted = Pick<SealedHead, 'unit' | 'revision' | 'key' | 'hash' | 'receivedAt'>;

type Of = { report: string; month: string };

/** The hashes of what an edition was made of, one for each unit that handed in, in the order that the seal has. */
export function receiptHashes(heads: Receipted[], of: Of, digest: Digest): string[] {
  return heads.filter(({ revision }) => revision > 0).map(head => hashOfLeaf(receiptLeaf(head, of), digest));
}

/**
 * What stands in the tree for a receipt: what it says itself. Its number is left to chance, so from a neighbour's hash nobody can guess
 * what was handed in.
 */
export function receiptLeaf({ unit, revision, key, hash, receivedAt }: Receipted, { report, month }: Of): string {
  return canonical({ report, month, unit, revision, key, hash, receivedAt: hourOf(receivedAt) });
}

function hourOf(receivedAt: number | undefined): string | undefined {
  return receivedAt === undefined ? undefined : new Date(receivedAt).toISOString();
}
