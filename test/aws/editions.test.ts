import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { editionNumbered, editionsOf, recordEdition, releaseEdition } from '../../shared/aws/editions.ts';
import { largestInItem } from '../../shared/aws/parts.ts';
import { putOnce, query } from '../../shared/aws/table.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { aTable } from './a-unit.ts';
import { longestAddress, longestId, longestLine } from './longest.ts';

const file = { name: 'công văn', key: 'k', mediaType: 'application/pdf', sha256: 'h', size: 1 };
const edition = (number: number, held = false): Edition => ({
  ...{ report: 'bao-cao-thang', month: '2021-10', number, definition: 'h', date: '2021-11-16', pages: 2, held, at: 3 },
  head: { coQuanBanHanh: 'SỞ', kyHieu: '/SCT', diaDanh: 'Tỉnh', trichYeu: 'V/v', kinhGui: ['Sở'] },
  addressees: [{ address: 'nhan@noi.example', lines: ['Như trên'] }],
  files: { docx: file, pdf: file, html: file, report: file },
  missing: [{ id: 'phong-b', name: 'Phòng B' }],
});

describe('an edition', () => {
  it('is frozen once it is recorded', async () => {
    const table = aTable();
    expect(await recordEdition(table, edition(1))).toBe(true);
    expect(await recordEdition(table, { ...edition(1), date: '2022-01-01' })).toBe(false);
    expect(await editionNumbered(table, edition(1))).toEqual(edition(1));
    expect(await editionNumbered(table, edition(2))).toBeUndefined();
  });

  it('is followed by the next, a tenth after the ninth', async () => {
    const table = aTable();
    for (const number of [10, 9, 2]) await recordEdition(table, edition(number));
    expect((await editionsOf(table, edition(1))).map(({ number }) => number)).toEqual([2, 9, 10]);
    expect(await editionsOf(table, { ...edition(1), month: '2021-11' })).toEqual([]);
  });

  it('that is held is let go once, and one that is not held has nothing to let go', async () => {
    const table = aTable();
    await recordEdition(table, edition(1, true));
    await recordEdition(table, edition(2));
    const released = [edition(1), edition(1), edition(2), edition(3)].map(each => () => releaseEdition(table, each));
    const said: boolean[] = [];
    for (const release of released) said.push(await release());
    expect(said).toEqual([true, false, false, false]);
    expect(await editionNumbered(table, edition(1))).toEqual(edition(1));
  });

  it('to 10,000 of the longest addresses, with 2,000 units missing of the longest names, is recorded whole', async () => {
    const table = aTable();
    const large: Edition = {
      ...edition(1, true),
      head: { ...edition(1).head, kinhGui: Array.from({ length: 100 }, (_, at) => longestLine(at)) },
      addressees: Array.from({ length: 10_000 }, (_, at) => ({ address: longestAddress(at), lines: ['Như trên'] })),
      missing: Array.from({ length: 2_000 }, (_, at) => ({ id: longestId(at), name: longestLine(at) })),
    };
    expect(await recordEdition(table, large)).toBe(true);
    expect(await releaseEdition(table, large)).toBe(true);
    await recordEdition(table, edition(2));
    const [read, second] = await editionsOf(table, large);
    // Not by toEqual, which takes seconds to compare so much.
    expect(isDeepStrictEqual(read, { ...large, held: false })).toBe(true);
    expect(second).toEqual(edition(2));
    expect(isDeepStrictEqual(await editionNumbered(table, large), read)).toBe(true);
  });

  it('with lists just too large for its item has them beside it, and one byte less within it', async () => {
    for (const [more, parts] of [
      [0, 0],
      [1, 1],
    ] as const) {
      const table = aTable();
      const name = 'x'.repeat(largestInItem - Buffer.byteLength(JSON.stringify(listsNaming(''))) + more);
      await recordEdition(table, { ...edition(1), ...listsNaming(name) });
      const items = await query(table, 'EDITION#bao-cao-thang#2021-10');
      expect(items.filter(({ sk }) => String(sk).startsWith('PARTS#'))).toHaveLength(parts);
      expect((await editionNumbered(table, edition(1)))?.missing).toEqual(listsNaming(name).missing);
    }
  });

  it('that lost a part, or had one changed, is not taken for what it was', async () => {
    const table = aTable();
    const lists = { parts: 1, sha256: '0'.repeat(64) };
    const { addressees, missing, head, ...rest } = edition(1);
    await putOnce(table, { pk: 'EDITION#bao-cao-thang#2021-10', sk: '001', ...rest, lists });
    await expect(editionNumbered(table, edition(1))).rejects.toThrow('not as it was written');
    await expect(editionsOf(table, edition(1))).rejects.toThrow('not as it was written');
  });

  it('of a table from before lists could lie beside it is read all the same', async () => {
    const table = aTable();
    await putOnce(table, { pk: 'EDITION#bao-cao-thang#2021-10', sk: '001', ...edition(1) });
    expect(await editionsOf(table, edition(1))).toEqual([edition(1)]);
  });
});

function listsNaming(name: string): Pick<Edition, 'addressees' | 'missing' | 'head'> {
  const { addressees, head } = edition(1);
  return { addressees, missing: [{ id: 'phong-b', name }], head };
}
