import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, vi } from 'vitest';
import type { Letter, Table } from '../../../shared/domain/letter/letter.ts';
import { annexesXlsx } from '../../../templates/letter/annexes-xlsx.ts';
import { letter, properties } from './a-letter.ts';

const head = (text: string, columns = 1, rows = 1) => ({ text, columns, rows });
const table: Table = {
  kind: 'table',
  columns: [
    { align: 'center', numbers: true },
    { align: 'left' },
    { align: 'decimal', numbers: true },
    { align: 'left', numbers: true },
  ],
  head: [
    [head('TT', 1, 2), head('Chỉ tiêu', 1, 2), head('So sánh (%)', 2)],
    [head('Tháng trước'), head('Cùng kỳ')],
  ],
  rows: [
    { weight: 'group', cells: ['I', '=1+1', '', ''] },
    { cells: ['1', '2.025', '1.298,3', '-'] },
    { cells: ['2', '', '-115', '92,250'] },
    { weight: 'total', cells: ['', 'Tổng cộng', '9.999.999.999.999,999', 'chưa báo cáo'] },
  ],
  notes: ['Ghi chú: số ước.'],
};
const form = { bieuSo: '01/BC', banHanhTheo: 'Thông tư số 1', foot: ['THỦ TRƯỞNG'] };
const annexed: Letter = {
  ...letter,
  phuLuc: [
    { tieuDe: 'BIỂU SỐ LIỆU', kemTheo: '(Kèm theo Công văn)', orientation: 'landscape', form, body: [table] },
    { tieuDe: 'DANH MỤC', kemTheo: '(Kèm theo Công văn)', body: [table] },
  ],
};

async function workbookOf(one: Letter): Promise<Uint8Array> {
  const bytes = await annexesXlsx(one, properties);
  if (!bytes) throw new Error('no workbook');
  return bytes;
}

async function partOf(name: string): Promise<string> {
  return strFromU8(unzipSync(await workbookOf(annexed))[name] ?? new Uint8Array());
}

describe('the workbook of the annexes', () => {
  it('has a sheet for each, with its titles, its head, its rows and its notes in the order of the letter', async () => {
    const { sheets } = await readXlsx(await workbookOf(annexed), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(['Phụ lục I', 'Phụ lục II']);
    const rows = sheets[0]?.rows.map(row => row.map(cell => cell ?? ''));
    expect(rows?.map(([first]) => first).slice(0, 6)).toEqual([
      ...['Biểu số: 01/BC', 'Ban hành theo Thông tư số 1', 'Phụ lục I', 'BIỂU SỐ LIỆU', '(Kèm theo Công văn)', 'TT'],
    ]);
    expect(rows?.slice(7, 11)).toEqual([
      ['I', '=1+1', '', ''],
      [1, '2.025', 1298.3, '-'],
      [2, '', -115, 92.25],
      ['', 'Tổng cộng', '9.999.999.999.999,999', 'chưa báo cáo'],
    ]);
    expect(rows?.slice(11).map(([first]) => first)).toEqual(['Ghi chú: số ước.', 'THỦ TRƯỞNG']);
  });

  it('shows numbers with the decimals of the letter, and reckons nothing that was typed', async () => {
    const [sheet, styles] = await Promise.all([partOf('xl/worksheets/sheet1.xml'), partOf('xl/styles.xml')]);
    for (const format of ['#,##0', '#,##0.0', '#,##0.000'])
      expect(styles).toMatch(new RegExp(`formatCode="${format}"|numFmtId="3"`));
    expect(sheet).not.toContain('<f');
    expect(styles).not.toMatch(/<font><b\/><\/font>/);
  });

  it('merges heads, keeps them still and repeats them in print, on A4 as the annex lies', async () => {
    const [first, second, book] = await Promise.all([
      partOf('xl/worksheets/sheet1.xml'),
      partOf('xl/worksheets/sheet2.xml'),
      partOf('xl/workbook.xml'),
    ]);
    for (const merged of ['A6:A7', 'B6:B7', 'C6:D6', 'A4:D4']) expect(first).toContain(`<mergeCell ref="${merged}"/>`);
    expect(first).toMatch(/<pane ySplit="7" [^>]*state="frozen"/);
    expect(first).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
    expect(second).toMatch(/<pageSetup paperSize="9" orientation="portrait"/);
    const titles = [...book.matchAll(/<definedName name="_xlnm.Print_Titles" localSheetId="(\d)">([^<]*)</g)];
    expect(titles.map(([, sheet, range]) => [sheet, range])).toEqual([
      ['0', "'Phụ lục I'!$6:$7"],
      ['1', "'Phụ lục II'!$4:$5"],
    ]);
  });

  it('holds nothing that no XML may hold, and the hyphen of the keyboard, as the letter itself', async () => {
    const typed = 'a\u0001b\ud800c\ufffe 272/TB\u2011VPCP';
    const body: Table[] = [{ ...table, rows: [{ cells: ['1', typed, '', ''] }] }];
    const workbook = await workbookOf({ ...letter, phuLuc: [{ tieuDe: 'DANH MỤC', kemTheo: '', body }] });
    const { sheets } = await readXlsx(workbook);
    expect(sheets[0]?.rows.flat()).toContain('a□b□c□ 272/TB-VPCP');
    for (const part of Object.values(unzipSync(workbook))) expect(strFromU8(part)).not.toMatch(/[\ufffd\ufffe\uffff]/);
  });

  it('is the same to the byte, whenever it is made', async () => {
    const once = await workbookOf(annexed);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    const later = await workbookOf(annexed);
    vi.useRealTimers();
    expect(later).toEqual(once);
  });

  it('is not made of a letter whose annexes are words, or that has none', async () => {
    expect(await annexesXlsx({ ...letter, phuLuc: [] }, properties)).toBeUndefined();
    const words = { tieuDe: 'A', kemTheo: 'B', body: [{ kind: 'paragraph' as const, runs: [{ text: 'C' }] }] };
    expect(await annexesXlsx({ ...letter, phuLuc: [words] }, properties)).toBeUndefined();
  });
});
