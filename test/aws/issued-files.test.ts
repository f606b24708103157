import { describe, expect, it } from 'vitest';
import { recordEdition } from '../../shared/aws/editions.ts';
import { editionsWith, enterFiles, fileKey } from '../../shared/aws/issued-files.ts';
import { putOnAgenda } from '../../shared/aws/periods.ts';
import { get } from '../../shared/aws/table.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { sha256 } from '../../shared/token.ts';
import { aTable } from './a-unit.ts';

const file = (content: string) => ({ name: 'n', key: 'k', mediaType: 'm', sha256: sha256(content), size: 1 });
const edition = (number: number): Edition => ({
  ...{ report: 'bao-cao-thang', month: '2021-10', number, definition: 'h', date: '2021-11-16', pages: 2, held: false },
  head: { coQuanBanHanh: 'SỞ', kyHieu: '/SCT', diaDanh: 'Tỉnh', trichYeu: 'V/v', kinhGui: ['Sở'] },
  ...{ addressees: [], missing: [], at: 3 },
  files: {
    docx: file(`docx ${number}`),
    pdf: file(`pdf ${number}`),
    html: file(`html ${number}`),
    report: file(`report ${number}`),
  },
});
const numbers = (editions: Edition[]) => editions.map(({ number }) => number);

describe('a file that recipients are given', () => {
  it('leads to the editions of its period, and no other file does', async () => {
    const table = aTable();
    for (const number of [1, 2]) {
      await recordEdition(table, edition(number));
      await enterFiles(table, edition(number));
    }
    expect(numbers(await editionsWith(table, sha256('pdf 1')))).toEqual([1, 2]);
    expect(numbers(await editionsWith(table, sha256('docx 2')))).toEqual([1, 2]);
    for (const none of ['report 1', 'html 2', 'pdf 3']) expect(await editionsWith(table, sha256(none))).toEqual([]);
  });

  it('of an edition from before files were entered is found too, and entered once for all', async () => {
    const table = aTable();
    await putOnAgenda(table, { report: 'bao-cao-thang', month: '2021-10' });
    await recordEdition(table, edition(1));
    expect(numbers(await editionsWith(table, sha256('pdf 1')))).toEqual([1]);
    expect(await get(table, fileKey(sha256('docx 1')))).toMatchObject({ report: 'bao-cao-thang', month: '2021-10' });
    await recordEdition(table, edition(2));
    expect(await editionsWith(table, sha256('pdf 2'))).toEqual([]);
  });
});
