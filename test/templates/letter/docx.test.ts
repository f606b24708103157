import { beforeAll, describe, expect, it } from 'vitest';
import type { Letter } from '../../../shared/domain/letter/letter.ts';
import { letterDocx } from '../../../templates/letter/docx.ts';
import { widthOf } from '../../../templates/letter/measure.ts';
import { letter, properties } from './a-letter.ts';
import {
  attribute,
  type Docx,
  type DocxParagraph,
  millimetres,
  paragraphsIn,
  paragraphWith,
  readDocx,
} from './read-docx.ts';

/** Each row of Nghị định 30/2020/NĐ-CP, Phụ lục I, read back out of the DOCX. */

let docx: Docx;
beforeAll(async () => {
  docx = readDocx(letterDocx(letter, properties));
});

const style = ({ align, runs: [run] }: DocxParagraph) => ({
  align,
  size: run?.size,
  bold: run?.bold,
  italic: run?.italic,
});

describe('the DOCX', () => {
  it('is A4, upright, with margins 20, 20, 30, 20', () => {
    expect(attribute(docx.document, 'w:pgSz', 'w:w')).toBe('11906');
    expect(attribute(docx.document, 'w:pgSz', 'w:h')).toBe('16838');
    const margins = ['top', 'bottom', 'left', 'right'].map(side =>
      millimetres(attribute(docx.document, 'w:pgMar', `w:${side}`)),
    );
    for (const [at, margin] of [20, 20, 30, 20].entries()) expect(margins[at]).toBeCloseTo(margin, 1);
  });

  it('is set in Times New Roman, in NFC, and says it is Vietnamese', () => {
    expect(attribute(docx.part('word/styles.xml'), 'w:rFonts', 'w:ascii')).toBe('Times New Roman');
    expect(attribute(docx.part('word/styles.xml'), 'w:lang', 'w:val')).toBe('vi-VN');
    expect(docx.document).toBe(docx.document.normalize('NFC'));
  });

  it('numbers pages from 2, 13 points, centred in the top margin, and the first page of each part not', () => {
    expect(docx.document.match(/<w:titlePg\/>/g)).toHaveLength(3);
    expect(docx.document.match(/<w:pgNumType w:start="1"/g)).toHaveLength(3);
    const [numbered, first] = [docx.part('word/header1.xml'), docx.part('word/header2.xml')];
    expect(numbered).toContain('PAGE');
    expect(attribute(numbered, 'w:sz', 'w:val')).toBe('26');
    expect(attribute(numbered, 'w:jc', 'w:val')).toBe('center');
    expect(first).not.toContain('PAGE');
    expect(millimetres(attribute(docx.document, 'w:pgMar', 'w:header'))).toBeLessThan(20);
  });

  it.each([
    ['ô 1, quốc hiệu', letter.quocHieu, { align: 'center', size: 13, bold: true, italic: false }],
    ['ô 1, tiêu ngữ', letter.tieuNgu, { align: 'center', size: 14, bold: true, italic: false }],
    ['ô 2, cơ quan chủ quản', letter.coQuanChuQuan, { align: 'center', size: 13, bold: false, italic: false }],
    ['ô 2, cơ quan ban hành', letter.coQuanBanHanh, { align: 'center', size: 13, bold: true, italic: false }],
    ['ô 3, số', 'Số: ', { align: 'center', size: 13, bold: false, italic: false }],
    ['ô 4, địa danh', letter.diaDanh, { align: 'center', size: 14, bold: false, italic: true }],
    ['ô 5b, trích yếu', letter.trichYeu, { align: 'center', size: 12, bold: false, italic: false }],
    ['ô 9a, kính gửi', 'Kính gửi: Sở Kế hoạch và Đầu tư', { align: 'center', size: 14, bold: false, italic: false }],
    ['ô 6, căn cứ', 'Căn cứ Nghị định', { align: 'both', size: 14, bold: false, italic: true }],
    ['ô 6, khoản có tiêu đề', '1. Kết quả', { align: 'both', size: 14, bold: true, italic: false }],
    ['ô 6, nội dung', 'Phòng thứ 1 đã', { align: 'both', size: 14, bold: false, italic: false }],
    ['ô 7a, quyền hạn', 'KT. GIÁM ĐỐC', { align: 'center', size: 14, bold: true, italic: false }],
    ['ô 7a, chức vụ', 'PHÓ GIÁM ĐỐC', { align: 'center', size: 14, bold: true, italic: false }],
    ['ô 7b, họ tên', letter.nguoiKy, { align: 'center', size: 14, bold: true, italic: false }],
    ['ô 9b, "Nơi nhận:"', 'Nơi nhận:', { align: undefined, size: 12, bold: true, italic: true }],
    ['ô 9b, các nơi nhận', '- Như trên;', { align: undefined, size: 11, bold: false, italic: false }],
    ['ô 10b, độ khẩn', 'THƯỢNG KHẨN', { align: 'center', size: 13, bold: true, italic: false }],
    ['ô 12, người soạn, in hoa', 'PL.300', { align: undefined, size: 11, bold: false, italic: false }],
    ['Phụ lục, số La Mã', 'Phụ lục I', { align: 'center', size: 14, bold: true, italic: false }],
    ['tiêu đề phụ lục', 'BẢNG SỐ LIỆU', { align: 'center', size: 14, bold: true, italic: false }],
    [
      '(Kèm theo …)',
      '(Kèm theo Công văn của Sở Công Thương)',
      { align: 'center', size: 14, bold: false, italic: true },
    ],
    ['bảng', '138,8', { align: 'right', size: 12, bold: false, italic: false }],
  ])('%s', (_, words, expected) => {
    expect(style(paragraphWith(docx, words))).toMatchObject({
      ...expected,
      bold: expected.bold,
      italic: expected.italic,
    });
  });

  it('stands the head in columns of 62 and 98 mm without borders', () => {
    const [left, right] = [...docx.document.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) =>
      millimetres(width),
    );
    expect(left).toBeCloseTo(62, 0);
    expect(right).toBeCloseTo(98, 0);
    expect(docx.document.indexOf('w:insideV w:val="none"')).toBeGreaterThan(0);
  });

  it('rules tiêu ngữ over its whole width, the agency over 0.4 of its own', () => {
    const [agency, motto] = docx.paragraphs.filter(({ ruled, text }) => ruled && text === '');
    expect(62 - (agency?.left ?? 0) - (agency?.right ?? 0)).toBeCloseTo(42.81 * 0.4, 0);
    expect(98 - (motto?.left ?? 0) - (motto?.right ?? 0)).toBeCloseTo(60.37, 0);
  });

  it('keeps the room of a number that is not given yet, and prints the one that is', async () => {
    expect(paragraphWith(docx, 'Số:').text).toMatch(/^Số: \u00a0{8,}\/SCT-KHTCTH$/);
    const numbered = readDocx(letterDocx({ ...letter, soKyHieu: { so: '05', kyHieu: '/SCT-KHTCTH' } }, properties));
    expect(paragraphWith(numbered, 'Số:').text).toBe('Số: 05/SCT-KHTCTH');
  });

  it('sets trích yếu 6 points below the number', () => {
    expect(paragraphWith(docx, letter.trichYeu).beforePoints).toBe(6);
  });

  it('sets the body justified, first line 12.7 mm, 6 points apart, single lines', () => {
    for (const { kind } of [
      { kind: 'Căn cứ' },
      { kind: '1. Kết quả' },
      { kind: '- Gạch' },
      { kind: '+ Dấu' },
      { kind: 'Phòng thứ 1 đã' },
    ]) {
      const { firstLine, afterPoints, left, line } = paragraphWith(docx, kind);
      expect(firstLine).toBeCloseTo(12.7, 1);
      expect({ afterPoints, left, line }).toEqual({ afterPoints: 6, left: 0, line: 'auto 240' });
    }
  });

  it('keeps bold and italic inside a paragraph', () => {
    const { runs } = paragraphWith(docx, '- Gạch đầu dòng');
    expect(runs.map(({ text, bold, italic }) => ({ text, bold, italic }))).toEqual([
      { text: '- ', bold: false, italic: false },
      { text: 'Gạch đầu dòng ', bold: false, italic: false },
      { text: 'đậm', bold: true, italic: false },
      { text: ' và nghiêng', bold: false, italic: true },
    ]);
  });

  it('lists several addressees on lines of their own, each ending ";", the last "."', async () => {
    const several = readDocx(letterDocx({ ...letter, kinhGui: ['Cục A', 'Sở B'] }, properties));
    expect(paragraphWith(several, 'Kính gửi:').text).toBe('Kính gửi:');
    expect(paragraphWith(several, 'Cục A').text).toBe('- Cục A;');
    expect(paragraphWith(several, 'Sở B').text).toBe('- Sở B.');
  });

  it('boxes the urgency in red, 40 × 8 mm', () => {
    const box = /<w:tbl>(?:(?!<w:tbl>).)*THƯỢNG KHẨN/s.exec(docx.document)?.[0] ?? '';
    expect(millimetres(attribute(box, 'w:gridCol', 'w:w'))).toBeCloseTo(40, 0);
    expect(millimetres(attribute(box, 'w:trHeight', 'w:val'))).toBeCloseTo(8, 0);
    expect(box).toContain('w:color="C00000"');
    expect(paragraphWith(docx, 'THƯỢNG KHẨN').runs[0]?.color).toBe('C00000');
    // The words need nearly all of the 40 mm: with a cell's usual margins they would break.
    expect(widthOf('THƯỢNG KHẨN', '700Bold', 13)).toBeLessThan((40 * 72) / 25.4);
    expect(attribute(box.slice(box.indexOf('<w:tblCellMar>')), 'w:left', 'w:w')).toBe('0');
  });

  it('leaves 28 mm for signature and seal', () => {
    expect((paragraphWith(docx, letter.nguoiKy).beforePoints / 72) * 25.4).toBeCloseTo(28, 0);
  });

  it('keeps the signature in one row with the last paragraphs, so that it never stands alone', () => {
    const row = /<w:tr>(?:(?!<w:tr>).)*Nơi nhận:/s.exec(docx.document)?.[0] ?? '';
    expect(row).toContain('<w:cantSplit/>');
    expect(paragraphWith(docx, 'kính báo cáo./.').keepNext).toBe(true);
    expect(paragraphWith(docx, 'Phòng thứ 30').keepNext).toBe(true);
    expect(paragraphWith(docx, 'Phòng thứ 29').keepNext).toBe(false);
  });

  it('keeps only the last paragraph there where it has lines enough, and lets it break, two lines on each side', () => {
    const long = readDocx(letterDocx({ ...letter, body: letter.body.slice(0, -1) }, properties));
    const last = paragraphWith(long, 'Phòng thứ 30');
    expect([last.keepNext, paragraphWith(long, 'Phòng thứ 29').keepNext]).toEqual([true, false]);
    expect(last.xml).toContain('<w:widowControl/>');
    expect(last.xml).not.toContain('<w:keepLines/>');
  });

  it('has "272/TB-VPCP" in one run and with the hyphen of the keyboard, whichever was typed, so that Ctrl+F finds it', () => {
    expect(paragraphWith(docx, '272/TB-VPCP').runs.map(({ text }) => text)).toEqual([
      'Thực hiện Thông báo số 272/TB-VPCP ngày 22/10/2021, Sở báo cáo như sau:',
    ]);
    const body = ['\u2010', '\u2011'].map(hyphen => ({
      kind: 'dash' as const,
      runs: [{ text: `Thông báo số 272/TB${hyphen}VPCP` }],
    }));
    const typed = readDocx(letterDocx({ ...letter, body, phuLuc: [] }, properties));
    expect(typed.document.split('272/TB-VPCP')).toHaveLength(3);
  });

  it('leaves no minus of a sentence behind its number at the end of a line; a table keeps the keyboard’s, to be copied', () => {
    const [text, columns] = ['-2,26% rồi (-1,2%) và 5-10%, 2021-2025, 272/TB-1, - 3', [{ align: 'left' as const }]];
    const body: Letter['body'] = [
      { kind: 'dash', runs: [{ text }] },
      { kind: 'table', columns, head: [], rows: [{ cells: ['-3,7'] }], notes: [] },
    ];
    const signed = readDocx(letterDocx({ ...letter, body, phuLuc: [] }, properties));
    const whole = text.replaceAll(/-(?=2,26|1,2%)/g, '\u2011');
    expect(paragraphWith(signed, '2,26%').text).toBe(`- ${whole}`);
    expect(paragraphWith(signed, '3,7').text).toBe('-3,7');
  });

  it('numbers annexes in Roman, however many', () => {
    const phuLuc = Array.from({ length: 20 }, () => letter.phuLuc[1] as (typeof letter.phuLuc)[number]);
    const many = readDocx(letterDocx({ ...letter, phuLuc }, properties));
    const names = many.paragraphs.flatMap(({ text }) => /^Phụ lục (.*)$/.exec(text)?.[1] ?? []);
    expect(names.slice(14)).toEqual(['XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX']);
  });

  it('puts the address at the foot of page 1 alone, under a rule', () => {
    const footers = ['1', '2', '3', '4', '5', '6'].map(number => paragraphsIn(docx.part(`word/footer${number}.xml`)));
    const told = footers.flat().filter(({ text }) => text === letter.diaChi);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ align: 'center', ruled: true, runs: [{ size: 11 }] });
  });

  it('repeats the heading row of an annex’s table, and fixes its columns so that no word leaves the page', () => {
    const table = docx.document.slice(docx.document.lastIndexOf('<w:tbl>'));
    expect(table).toContain('<w:tblHeader/>');
    expect(attribute(table, 'w:tblLayout', 'w:type')).toBe('fixed');
    expect(docx.document.match(/<w:type w:val="nextPage"\/>/g)?.length).toBe(2);
  });

  it('names first what each of its parts is, and refers to no part that it lacks', () => {
    expect(docx.parts[0]).toBe('[Content_Types].xml');
    const typed = [...docx.part('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    const referred = [...docx.part('word/_rels/document.xml.rels').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)];
    expect(typed.toSorted()).toEqual(docx.parts.filter(name => /^(word|docProps)\/\w+\.xml$/.test(name)).toSorted());
    for (const [, , target] of referred) expect(docx.parts).toContain(`word/${target}`);
    const ids = referred.map(([, id]) => id);
    for (const [, id] of docx.document.matchAll(/r:id="(\w+)"/g)) expect(ids).toContain(id);
  });

  it('is XML in which each element that begins ends, in every part', () => {
    for (const name of docx.parts) {
      const within: string[] = [];
      for (const [, ends, element = '', empty] of docx
        .part(name)
        .matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
        if (ends) expect(within.pop()).toBe(element);
        else if (!empty) within.push(element);
      }
      expect(within, name).toEqual([]);
    }
  });

  it('is the same bytes each time, whatever the hour', async () => {
    const first = letterDocx(letter, properties);
    await new Promise(later => setTimeout(later, 2_100));
    expect(Buffer.compare(first, letterDocx(letter, properties))).toBe(0);
    expect(docx.part('docProps/core.xml')).toContain('2021-11-16T09:00:00Z');
  });

  it('takes hostile text as text, and what XML cannot hold as a box', async () => {
    const text = '<w:p/> ]]> &#0; {{7*7}} \ufffe\ud800\u0001 x'.padEnd(5_000, 'x');
    const hostile = readDocx(letterDocx({ ...letter, body: [{ kind: 'paragraph', runs: [{ text }] }] }, properties));
    expect(paragraphWith(hostile, '{{7*7}}').text).toBe(text.replace('\ufffe\ud800\u0001', '□□□'));
  });
});
