import { canonical } from '../text/canonical.ts';
import type { SealedHead } from './seal.ts';

/**
 * What an edition was made of, a text for each unit that handed in, in the order that the seal has: what the unit's own receipt
 * says, and nothing that others may not know. The receipt's number is left to chance, so from a neighbour's hash nobody can guess
 * what was handed in.
 */
export function receiptsIn(
  heads: SealedHead[],
  { report, month }: { report: string; month: string },
): { unit: string; leaf: string }[] {
  return heads
    .filter(({ revision }) => revision > 0)
    .map(({ unit, revision, key, hash, receivedAt }) => ({
      unit,
      leaf: canonical({ report, month, unit, revision, key, hash, receivedAt: hourOf(receivedAt) }),
    }));
}

function hourOf(receivedAt: number | undefined): string | undefined {
  return receivedAt === undefined ? undefined : new Date(receivedAt).toISOString();
}
