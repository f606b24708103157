import { type Archive, file } from '../../shared/aws/archive.ts';
import type { Fenced } from '../../shared/aws/heads.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { Seal } from '../../shared/domain/compilation/seal.ts';
import { fixedOf, type Period } from '../../shared/domain/office/period.ts';
import { canonical } from '../../shared/domain/text/canonical.ts';

/** Files the seal of a compiled period beside its letter; what the edition is to hold of it. */
export async function fileSeal(
  archive: Archive,
  { period, heads, edition }: { period: Period; heads: Fenced[]; edition: Edition },
): Promise<NonNullable<Edition['seal']>> {
  const { units: _, ...fixed } = fixedOf(period);
  const seal: Seal = { period: fixed, heads: heads.map(({ submission: _, ...head }) => head), edition };
  const { key, sha256 } = await file(archive, {
    folder: `editions/${period.report}/${period.month}`,
    name: 'seal',
    extension: 'json',
    mediaType: 'application/json',
    content: new TextEncoder().encode(canonical(seal)),
  });
  return { key, sha256 };
}
