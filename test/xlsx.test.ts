import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { rowsOfXlsx } from '../shared/xlsx.ts';
import { xlsx } from '../templates/sheet.ts';

const workbook = await xlsx({ name: 'Số liệu', rows: [['Mã', 'Số liệu']] });
const own = Object.keys(unzipSync(workbook)).length;
const sheet = 'xl/worksheets/sheet1.xml';

/** The workbook with another first sheet. */
function withSheet(rows: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  return zipSync({ ...unzipSync(workbook), [sheet]: strToU8(xml), ...more }, { level: 0 });
}

const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
const refused = { details: { type: 'unreadable-sheet' } };

describe('the cells of a workbook', () => {
  it('are told as text: numbers the Vietnamese way, blanks cut off, nothing else said', async () => {
    const numbers = '<c r="B1"><v>1234.5</v></c><c r="C1"><v>1e999</v></c><c r="D1" t="b"><v>1</v></c>';
    expect(await rowsOfXlsx(withSheet(`<row r="1">${text('A1', '  xuất khẩu ')}${numbers}</row>`))).toEqual([
      ['xuất khẩu', '1.234,5', '', ''],
    ]);
  });

  it('of a row in which nothing stands are left out', async () => {
    const rows = `<row r="1">${text('A1', 'a')}</row><row r="2">${text('A2', ' ')}</row><row r="3">${text('A3', 'b')}</row>`;
    expect(await rowsOfXlsx(withSheet(rows))).toEqual([['a'], ['b']]);
  });

  it('are cut where nobody would read on', async () => {
    const [[cell] = []] = await rowsOfXlsx(withSheet(`<row r="1">${text('A1', 'a'.repeat(501))}</row>`));
    expect(cell).toHaveLength(500);
  });

  it('reach as far as any template of ours', async () => {
    const rows = await rowsOfXlsx(withSheet(`<row r="2000">${text('ZZ2000', 'xa')}</row>`));
    expect(rows.flat().filter(Boolean)).toEqual(['xa']);
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
    await expect(rowsOfXlsx(made())).rejects.toMatchObject(refused);
  });

  it('may hold parts that nobody reads, 200 in all and of any kind', async () => {
    const strange = strToU8('<!DOCTYPE a>');
    const more = { ...parts(198 - own), 'xl/media/anh.png': strange, 'b.xml.png': strange };
    expect(await rowsOfXlsx(withSheet(`<row r="1">${text('A1', 'a')}</row>`, more))).toEqual([['a']]);
  });

  it('may be as large as any office asks for: a thousand rows of ten cells', async () => {
    const rows = Array.from({ length: 1_000 }, (_, row) => Array.from({ length: 10 }, (_, at) => `${row} ${at}`));
    expect(await rowsOfXlsx(await xlsx({ name: 'Số liệu', rows }))).toEqual(rows);
  });

  it('may unpack to megabytes', async () => {
    const more = { 'xl/media/anh.png': new Uint8Array(4_000_000) };
    expect(await rowsOfXlsx(withSheet(`<row r="1">${text('A1', 'a')}</row>`, more))).toEqual([['a']]);
  });
});

function parts(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`xl/${at}`, new Uint8Array()]));
}
