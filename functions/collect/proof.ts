import { archiveNamed, readFiled } from '../../shared/aws/archive.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import type { Head } from '../../shared/aws/heads.ts';
import { config } from '../../shared/config.ts';
import { type Proof, proofOf } from '../../shared/domain/compilation/hash-tree.ts';
import { receiptsIn } from '../../shared/domain/compilation/receipts.ts';
import { Seal } from '../../shared/domain/compilation/seal.ts';
import { sha256 } from '../../shared/token.ts';
import type { Room } from './room.ts';

/**
 * The proof that a unit's last revision is one of those that the period's letter was made of. Undefined before that is compiled, of a
 * revision that is in no letter, and of a letter from before there were seals.
 */
export async function proofOfReceipt({ table }: Room, head: Head, revision: number): Promise<Proof | undefined> {
  if (head.fencedAt === undefined || revision !== head.revision) return undefined;
  const edition = (await editionsOf(table, head)).at(-1);
  if (!edition?.seal) return undefined;
  const content = await readFiled(archiveNamed(config('ARCHIVE').ARCHIVE), edition.seal);
  const receipts = receiptsIn(Seal.parse(JSON.parse(new TextDecoder().decode(content))).heads, head);
  const index = receipts.findIndex(({ unit }) => unit === head.unit);
  const leaves = receipts.map(({ leaf }) => leaf);
  return index < 0 ? undefined : proofOf(leaves, index, sha256);
}
