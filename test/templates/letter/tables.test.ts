import { describe, expect, it } from 'vitest';
import type { Letter, PhuLuc, Table } from '../../../shared/domain/letter/letter.ts';
import { letterDocx } from '../../../templates/letter/docx.ts';
import { letterHtml } from '../../../templates/letter/html.ts';
import { letterPdf } from '../../../templates/letter/pdf.ts';
import { layoutOf, roomOn } from '../../../templates/letter/table-layout.ts';
import { letter, properties } from './a-letter.ts';
import { paragraphWith, readDocx } from './read-docx.ts';
import { readPdf, textWith } from './read-pdf.ts';
import { faultsIn } from './validity.ts';

const head = (text: string, columns = 1, rows = 1) => ({ text, columns, rows });

const table: Table = {
  kind: 'table',
  columns: [{ align: 'center' }, { align: 'left' }, { align: 'decimal' }, { align: 'decimal' }],
  head: [
    [head('TT', 1, 2), head('Chỉ tiêu', 1, 2), head('So sánh (%)', 2)],
    [head('Tháng trước'), head('Cùng kỳ')],
  ],
  rows: [
    { weight: 'group', cells: ['I', 'Tổng hợp', '', ''] },
    { cells: ['1', 'x'.repeat(400), '1.298,3', '-'] },
    { cells: ['2', '', '115', '92,25'] },
    { weight: 'total', cells: ['', 'Tổng cộng', '98,1', 'chưa báo cáo'] },
  ],
  notes: ['Ghi chú: số ước.'],
};
const one: Letter = {
  ...letter,
  tenLoai: 'BÁO CÁO',
  kinhGui: [],
  phuLuc: [
    {
      tieuDe: 'BIỂU',
      kemTheo: '(Kèm theo Báo cáo)',
      orientation: 'landscape',
      form: { bieuSo: '01/BC', banHanhTheo: 'Thông tư số 1', foot: ['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG'] },
      body: [table],
    },
  ],
};

describe('a table', () => {
  it('keeps its cells to the letter in DOCX, merges its heads, lies on a page across, and is valid', async () => {
    const bytes = letterDocx(one, properties);
    expect(await faultsIn(bytes)).toEqual([]);
    const { document } = readDocx(bytes);
    const own = document.slice(document.indexOf('<w:tblHeader/>') - 200);
    const cells = [...own.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t [^>]*>(.*?)<\/w:t>/g)].map(([, text]) => text).join(''),
    );
    expect(cells.slice(7, 7 + 16)).toEqual(table.rows.flatMap(row => row.cells));
    for (const mark of ['<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', 'w:orient="landscape"'])
      expect(document).toContain(mark);
    expect(document).toContain('Ghi chú: số ước.');
  });

  it('stays in DOCX with those who sign below it, and is never one with the table of the signature', () => {
    const note = paragraphWith(readDocx(letterDocx(one, properties)), 'Ghi chú: số ước.');
    expect(note.keepNext).toBe(true);
    const bare = { ...table, notes: [] };
    const [annex] = one.phuLuc as [PhuLuc];
    const docx = readDocx(letterDocx({ ...one, body: [bare], phuLuc: [{ ...annex, body: [bare] }] }, properties));
    const total = docx.paragraphs.filter(({ text }) => text === 'Tổng cộng');
    expect(total.map(({ keepNext }) => keepNext)).toEqual([true, true]);
    expect(docx.document).not.toMatch(/<\/w:tbl>\s*<w:tbl>/);
  });

  it('keeps them in HTML, where heads say what they are over', () => {
    const page = letterHtml(one);
    const body = page.slice(page.lastIndexOf('<tbody>'), page.lastIndexOf('</tbody>'));
    const cells = [...body.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, text]) => text);
    expect(cells).toEqual(table.rows.flatMap(row => row.cells));
    expect(page).toContain('<th scope="colgroup" colspan="2">So sánh (%)</th>');
  });

  it('brings commas under one another in the PDF, PDF/A-3a and tagged, with no blank put in', async () => {
    const { bytes, standard } = letterPdf(one, properties);
    const page = (await readPdf(bytes)).pages.at(-1);
    if (!page) throw new Error('no page');
    expect([standard, Math.round(page.width)]).toEqual(['a-3a', 297]);
    const [long, short] = [textWith(page, '1.298,3'), textWith(page, '115')];
    const fraction = (0.75 * 12 * 25.4) / 72;
    expect(long.x + long.width - fraction).toBeCloseTo(short.x + short.width, 1);
    for (const words of ['01/BC', 'NGƯỜI LẬP BIỂU', 'Ghi chú: số ước.']) textWith(page, words);
  });

  it('is as wide as the page, in smaller type where it must, and says when it cannot fit', () => {
    const of = (text: string, columns: number): Table => ({
      ...table,
      columns: Array.from({ length: columns }, () => ({ align: 'decimal' })),
      head: [Array.from({ length: columns }, () => head('Số'))],
      rows: [{ cells: Array.from({ length: columns }, () => text) }],
    });
    const wide = layoutOf(of('1,5', 40), 'landscape');
    expect(wide.fits).toBe(true);
    expect(wide.size).toBeLessThan(12);
    for (const set of [wide, layoutOf(table), layoutOf(of('123.456.789', 40))]) {
      const whole = set.widths.reduce((sum, width) => sum + width, 0);
      expect(whole).toBeLessThanOrEqual(roomOn(set === wide ? 'landscape' : 'portrait').width);
    }
    expect(layoutOf(of('123.456.789', 40), 'landscape').fits).toBe(false);
  });
});
