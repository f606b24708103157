import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../shared/domain/problem.ts';
import { workbookRead } from '../../shared/xlsx.ts';
import { xlsx } from '../../templates/sheet.ts';

/** A filled template is a stranger's archive: what it says of itself is not believed. */
const rows = [
  ['Mã', 'Số liệu'],
  ['xuat-khau', '138,8'],
];
let workbook: Uint8Array;
beforeAll(async () => {
  workbook = await xlsx({ name: 'Số liệu', rows });
});

const central = 0x02014b50;
const local = 0x04034b50;
const end = 0x06054b50;

/** Where records of a signature begin (APPNOTE.TXT, 4.3). */
function recordsOf(zip: Uint8Array, signature: number): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const places = Array.from({ length: zip.byteLength - 3 }, (_, at) => at);
  return places.filter(at => view.getUint32(at, true) === signature);
}

/** A copy in which each central record, and each local one, says something else: 16 or 32 bits at an offset. */
function lying(zip: Uint8Array, said: { bits: 16 | 32; central: number; local?: number; value: number }): Uint8Array {
  const copy = Uint8Array.from(zip);
  const view = new DataView(copy.buffer);
  const put = (at: number) =>
    said.bits === 16 ? view.setUint16(at, said.value, true) : view.setUint32(at, said.value, true);
  for (const at of recordsOf(zip, central)) put(at + said.central);
  for (const at of said.local === undefined ? [] : recordsOf(zip, local)) put(at + (said.local ?? 0));
  return copy;
}

const bomb = () => zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(50_000_000) }, { level: 9 });
const rowsIn = async (zip: Uint8Array) => (await workbookRead(zip)).sheets[0]?.rows ?? [];
const verdictOn = (zip: Uint8Array) =>
  rowsIn(zip).catch(error => {
    if (!(error instanceof Problem)) throw error;
    return error.details.type;
  });

describe('a workbook', () => {
  it('is read back as it was written', async () => {
    expect(await rowsIn(workbook)).toEqual(rows);
    const cell = fc.string({ unit: fc.constantFrom('a', 'ệ', '<', '&', '"', '=', '0', ' '), maxLength: 20 });
    const text = cell.filter(each => each !== '' && each === each.trim() && !/ {2}/.test(each));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
        async written => {
          expect(await rowsIn(await xlsx({ name: 'Số liệu', rows: written }))).toEqual(written);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('that was spoilt anywhere is read or refused, and nothing else', async () => {
    const spoil = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(spoil, fc.option(fc.nat(), { nil: undefined }), async (bytes, cut) => {
        const copy = Uint8Array.from(workbook);
        for (const [at, byte] of bytes) copy[at % copy.length] = byte;
        const read = await verdictOn(cut === undefined ? copy : copy.slice(0, cut % copy.length));
        expect(Array.isArray(read) || read === 'unreadable-sheet').toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['unpacks to a thousand times its size', bomb],
    [
      'says it unpacks to ten bytes, and to fifty megabytes does',
      () => lying(bomb(), { bits: 32, central: 24, local: 22, value: 10 }),
    ],
    [
      'says it unpacks to four gigabytes',
      () => lying(workbook, { bits: 32, central: 24, local: 22, value: 0xffffffff }),
    ],
    ['is packed in a way nobody knows', () => lying(workbook, { bits: 16, central: 10, local: 8, value: 99 })],
    [
      'holds ten thousand parts',
      () => zipSync(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`${at}`, new Uint8Array()]))),
    ],
    ['holds another archive, and that another', () => zipSync({ 'a.zip': zipSync({ 'b.zip': bomb() }) })],
    ['expands an entity', () => zipSync({ 'xl/a.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') })],
    ['is empty', () => new Uint8Array()],
    ['has no end', () => workbook.slice(0, recordsOf(workbook, end)[0])],
  ])('that %s is refused', async (_, zip) => {
    expect(await verdictOn(zip())).toBe('unreadable-sheet');
  });

  it.each([
    ['links to elsewhere', () => lying(workbook, { bits: 32, central: 38, value: 0xa1ff0000 })],
    ['says it is encrypted and is not', () => lying(workbook, { bits: 16, central: 8, local: 6, value: 1 })],
    ['holds a part outside its folder', () => withPart('../../../../tmp/ngoai')],
    ['holds a part of the name of a property', () => renamed(withPart('xl/ab.xml'), 'xl/ab.xml', '__proto__')],
    ['holds a part twice', () => renamed(withPart('xl/worksheets/sheet9.xml'), 'sheet9', 'sheet1')],
  ])('that %s says no more than a sheet may, or is refused', async (_, zip) => {
    expect([rows, [], 'unreadable-sheet']).toContainEqual(await verdictOn(zip()));
  });
});

function withPart(name: string): Uint8Array {
  return zipSync({ ...unzipSync(workbook), [name]: strToU8('<worksheet/>') });
}

function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1');
}
