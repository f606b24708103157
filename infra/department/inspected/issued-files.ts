import { IssuedFile } from '../../../shared/aws/issued-files.ts';
import { type Key, query } from '../../../shared/aws/table.ts';
import type { Breach } from '../../../shared/domain/inspection/breach.ts';
import { breachesInIssuedFiles } from '../../../shared/domain/inspection/issued-files.ts';
import type { Kept } from '../../../shared/domain/inspection/kept.ts';
import type { House } from './house.ts';
import { sorted, strangeItems } from './items.ts';

/** What is entered of the files that went out, and what is wrong with it. */
export async function issuedFilesIn(
  { table }: House,
  keys: Key[],
  all: Kept[],
): Promise<{ partitions: string[]; breaches: Breach[] }> {
  const partitions = [...new Set(keys.map(({ pk }) => pk).filter(pk => pk.startsWith('FILE#')))];
  const items = (await Promise.all(partitions.map(pk => query(table, pk)))).flat();
  const { values, breaches } = sorted(items, 'file', {
    parse: item => IssuedFile.parse(item),
    says: (_, { pk, sk }) => ({ pk: String(pk), sk: String(sk) }),
  });
  const entered = values.map(({ item, value }) => ({ sha256: String(item.pk).slice('FILE#'.length), ...value }));
  const wrong = [
    ...strangeItems(items, ['file', 'files entered']),
    ...breaches,
    ...breachesInIssuedFiles(all, entered),
  ];
  return { partitions, breaches: wrong };
}
