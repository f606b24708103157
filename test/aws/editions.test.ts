import { describe, expect, it } from 'vitest';
import { editionNumbered, editionsOf, recordEdition, releaseEdition } from '../../shared/aws/editions.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { aTable } from './a-unit.ts';

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
});
