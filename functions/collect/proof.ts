import type { Head, Revision } from '../../shared/aws/heads.ts';
import { receiptTreesOf } from '../../shared/aws/receipt-trees.ts';
import { type Proof, proofOf } from '../../shared/domain/compilation/hash-tree.ts';
import { receiptLeaf } from '../../shared/domain/compilation/receipts.ts';
import { sha256 } from '../../shared/token.ts';
import type { Room } from './room.ts';

/**
 * The proof that a revision is one of those that the period's letter was made of. Undefined before that is compiled, of a revision that is in
 * no letter, and of a letter from before there were such trees.
 */
export async function proofOfReceipt({ table }: Room, head: Head, revision: Revision): Promise<Proof | undefined> {
  if (head.fencedAt === undefined) return undefined;
  const leaf = receiptLeaf(revision, head);
  const trees = await receiptTreesOf(table, head);
  return trees.flatMap(({ hashes }) => proofOf(leaf, hashes, sha256) ?? []).at(-1);
}
