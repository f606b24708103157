import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { workbookRead } from '../shared/xlsx.ts';
import { xlsx } from '../templates/sheet.ts';

const workbook = await xlsx({ name: 'Số liệu', rows: [['Mã', 'Số liệu']] });
const own = Object.keys(unzipSync(workbook)).length;
const sheet = 'xl/worksheets/sheet1.xml';

/** The workbook with another first sheet. */
function withSheet(rows: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  return zipSync({ ...unzipSync(workbook), [sheet]: strToU8(xml), ...more }, { level: 0 });
}

const rowsIn = async (file: Uint8Array) => (await workbookRead(file)).sheets[0]?.rows ?? [];
const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
const refused = { details: { type: 'unreadable-sheet' } };

describe('the cells of a workbook', () => {
  it('are told as text: numbers the Vietnamese way, blanks cut off, nothing else said', async () => {
    const numbers = '<c r="B1"><v>1234.5</v></c><c r="C1"><v>1e999</v></c><c r="D1" t="b"><v>1</v></c>';
    expect(await rowsIn(withSheet(`<row r="1">${text('A1', '  xuất khẩu ')}${numbers}</row>`))).toEqual([
      ['xuất khẩu', '1.234,5', '', 'TRUE'],
    ]);
  });

  it('of a row in which nothing stands are left out', async () => {
    const rows = `<row r="1">${text('A1', 'a')}</row><row r="2">${text('A2', ' ')}</row><row r="3">${text('A3', 'b')}</row>`;
    expect(await rowsIn(withSheet(rows))).toEqual([['a'], ['b']]);
  });

  it('are cut where nobody would read on', async () => {
    const [[cell] = []] = await rowsIn(withSheet(`<row r="1">${text('A1', 'a'.repeat(2_100))}</row>`));
    expect(cell).toHaveLength(2_001);
  });

  it('reach as far as any template of ours', async () => {
    const rows = await rowsIn(withSheet(`<row r="2000">${text('ZZ2000', 'xa')}</row>`));
    expect(rows.flat().filter(Boolean)).toEqual(['xa']);
  });
});

/** What hucre writes of a cell's look, a row's and a sheet's, as Excel writes it too. */
async function made(...sheets: Parameters<typeof writeXlsx>[0]['sheets']): Promise<Uint8Array> {
  return writeXlsx({ sheets });
}

describe('what a workbook shows', () => {
  it('is 15 digits of a number, with the decimals and the percent of its format', async () => {
    const formats: [number, string | undefined, string][] = [
      [40.7 + 58.6, undefined, '99,3'],
      [40.1 + 35 + 15.8, undefined, '90,9'],
      [3781, '0', '3.781'],
      [12345.678, '#,##0.0', '12.345,7'],
      [0.052, '0.0%', '5,2%'],
      [-1234.5, '_-* #,##0.00\\ _₫_-;\\-* #,##0.00\\ _₫_-', '-1.234,5'],
      [138.8, '0.0" triệu USD"', '138,8'],
      [1.234, undefined, '1,2340'],
      [138_800, '#,##0,', '138.800 (Excel thu nhỏ khi hiện)'],
      [0.5, '# ?/?', '0,5'],
      [12_345, '0.00E+00', '12.345'],
    ];
    const cells = new Map(
      formats.flatMap(([, numFmt], at) => (numFmt ? [[`0,${at}`, { style: { numFmt } }] as const] : [])),
    );
    const rows = [formats.map(([number]) => number)];
    expect(await rowsIn(await made({ name: 'A', rows, cells }))).toEqual([formats.map(([, , shown]) => shown)]);
  });

  it('is no number of a date, a formula that nobody reckoned, or what is wrong', async () => {
    const dates = await made({ name: 'A', rows: [[new Date(Date.UTC(2021, 9, 31))]] });
    expect(await rowsIn(dates)).toEqual([['31/10/2021']]);
    const rows = await rowsIn(withSheet('<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="e"><v>#DIV/0!</v></c></row>'));
    expect(rows).toEqual([['(công thức chưa tính; hãy mở bằng Excel rồi lưu lại)', '#DIV/0!']]);
  });

  it('is nothing of hidden sheets, rows and columns; that they were not read is told', async () => {
    const read = await workbookRead(
      await made(
        { name: 'Cũ', rows: [['x', 1]], hidden: true },
        {
          name: 'Tháng 10',
          rows: [
            ['a', 'ẩn', '1'],
            ['b', '', '2'],
            ['c', '', '3'],
          ],
          rowDefs: new Map([[1, { hidden: true }]]),
          columns: [{}, { hidden: true }, {}],
        },
        { name: 'Trống', rows: [[]] },
        { name: 'Kỹ thuật', rows: [['x', 2]], veryHidden: true },
      ),
    );
    expect(read).toEqual({
      sheets: [
        {
          name: 'Tháng 10',
          rows: [
            ['a', '1'],
            ['c', '3'],
          ],
          hidden: 2,
        },
      ],
      hidden: ['Cũ', 'Kỹ thuật'],
    });
  });
});

describe('a workbook', () => {
  it.each([
    ['a cell below the last row of any template', () => withSheet(`<row r="2001">${text('A2001', 'xa')}</row>`)],
    ['a cell right of its last column', () => withSheet(`<row r="1">${text('AAA1', 'xa')}</row>`)],
    ['a far row written in other quotes and with blanks', () => withSheet(`<row r = '9999'></row>`)],
    ['a declaration', () => withSheet('', { 'xl/b.xml': strToU8('<!doctype a>') })],
    ['an entity', () => withSheet('', { 'xl/B.XML': strToU8('<!ENTITY b "c">') })],
    ['a declaration among what parts refer to', () => withSheet('', { 'xl/b.rels': strToU8('<!DOCTYPE a>') })],
    ['four megabytes and a byte', () => withSheet('', { 'xl/b': new Uint8Array(4 * 1_024 * 1_024 + 1) })],
    ['more tags than any template, though it is packed small', () => withSheet('<row/>'.repeat(200_000))],
    ['a tag of as many attributes', () => withSheet(`<row${' a="b"'.repeat(200_000)}/>`)],
    ['a part beside the sheet that has so many', () => withSheet('', { 'xl/b.xml': strToU8('<a/>'.repeat(200_000)) })],
    ['201 parts', () => withSheet('', parts(201 - own))],
    ['nothing that is a workbook', () => zipSync({ a: new Uint8Array() })],
  ])('that holds %s is refused', async (_, made) => {
    await expect(workbookRead(made())).rejects.toMatchObject(refused);
  });

  it('may hold parts that nobody reads, 200 in all and of any kind', async () => {
    const strange = strToU8('<!DOCTYPE a>');
    const more = { ...parts(198 - own), 'xl/media/anh.png': strange, 'b.xml.png': strange };
    expect(await rowsIn(withSheet(`<row r="1">${text('A1', 'a')}</row>`, more))).toEqual([['a']]);
  });

  it('may be as large as any office asks for: a thousand rows of ten cells', async () => {
    const rows = Array.from({ length: 1_000 }, (_, row) => Array.from({ length: 10 }, (_, at) => `${row} ${at}`));
    expect(await rowsIn(await xlsx({ name: 'Số liệu', rows }))).toEqual(rows);
  });

  it('may unpack to megabytes', async () => {
    const more = { 'xl/media/anh.png': new Uint8Array(4_000_000) };
    expect(await rowsIn(withSheet(`<row r="1">${text('A1', 'a')}</row>`, more))).toEqual([['a']]);
  });
});

function parts(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`xl/${at}`, new Uint8Array()]));
}
