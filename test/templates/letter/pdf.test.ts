import { beforeAll, describe, expect, it } from 'vitest';
import type { Letter, Paragraph } from '../../../shared/domain/letter/letter.ts';
import { letterDocx } from '../../../templates/letter/docx.ts';
import { letterPdf } from '../../../templates/letter/pdf.ts';
import { letter, properties } from './a-letter.ts';
import { readDocx } from './read-docx.ts';
import { type Pdf, type PdfPage, readPdf, textWith, wordsOf } from './read-pdf.ts';

/** Each row of Nghị định 30/2020/NĐ-CP, Phụ lục I, read back out of the PDF. */

let pdf: Pdf;
let one: PdfPage;

beforeAll(async () => {
  pdf = await readPdf(letterPdf(letter, properties).bytes);
  one = pageAt(0);
});

const pageAt = (at: number): PdfPage => {
  const page = pdf.pages[at];
  if (!page) throw new Error(`no page ${at + 1}`);
  return page;
};
const pageWith = (words: string): PdfPage =>
  pageAt(pdf.pages.findIndex(({ texts }) => texts.some(({ text }) => text.includes(words))));
const centre = ({ x, width }: { x: number; width: number }) => x + width / 2;
const words = (face: string) => face.replace(/^[A-Z]{6}\+/, '');

describe('the PDF', () => {
  it('is A4 with margins 20, 20, 30, 20', () => {
    expect(one.width).toBeCloseTo(210, 0);
    expect(one.height).toBeCloseTo(297, 0);
    const two = pageAt(1).texts.filter(({ y }) => y > 20);
    expect(Math.min(...two.map(({ x }) => x))).toBeCloseTo(30, 0);
    expect(Math.max(...two.map(({ x, width }) => x + width))).toBeCloseTo(190, 0);
    for (const { texts } of pdf.pages) {
      for (const { x, width, y, text } of texts.filter(({ size, y }) => size > 11 && y > 15)) {
        expect(x, text).toBeGreaterThan(29.9);
        expect(x + width, text).toBeLessThan(190.3);
        expect(y, text).toBeLessThan(277);
      }
    }
  });

  it('is PDF/A-3a and PDF/UA-1, tagged, in Vietnamese, with its title', () => {
    expect(letterPdf(letter, properties).standard).toBe('a-3a');
    expect(pdf.metadata).toContain('pdfaid:part>3<');
    expect(pdf.metadata).toContain('pdfaid:conformance>A<');
    expect(pdf.metadata).toMatch(/<pdfuaid:part [^>]*>1</);
    expect(pdf.metadata).toContain('/DisplayDocTitle true');
    expect(pdf).toMatchObject({ tagged: true, language: 'vi-VN', title: letter.trichYeu });
  });

  it('has every object where its table says, and its metadata as long as they say', () => {
    const { metadata: text } = pdf;
    const table = text.slice(Number(/startxref\n(\d+)/.exec(text)?.[1]));
    expect(table.startsWith('xref\n0 ')).toBe(true);
    const offsets = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
    expect(offsets.length).toBeGreaterThan(20);
    for (const [at, offset] of offsets.entries()) expect(text.startsWith(`${at + 1} 0 obj`, offset)).toBe(true);
    const [, length] = /\/Length (\d+)\s*\/Type \/Metadata/.exec(text) ?? [];
    const packet = /<\?xpacket begin[\s\S]*<\?xpacket end="r"\?>/.exec(text)?.[0];
    expect(packet?.length).toBe(Number(length));
  });

  it('carries files as they were given, and lies on its pages as it would without', async () => {
    const files = [{ name: 'so-lieu.csv', mediaType: 'text/csv', description: 'Số liệu', content: 'ước;"1,5"\r\n' }];
    const carrying = letterPdf(letter, properties, { attached: files });
    const read = await readPdf(carrying.bytes);
    expect(carrying.standard).toBe('a-3a');
    expect([...read.attached]).toEqual([['so-lieu.csv', 'ước;"1,5"\r\n']]);
    expect(read.pages).toEqual(pdf.pages);
  });

  it('is set in Tinos and in nothing else', () => {
    const faces = new Set(pdf.pages.flatMap(({ texts }) => texts.map(({ face }) => words(face))));
    expect([...faces].sort()).toEqual(['Tinos-Bold', 'Tinos-BoldItalic', 'Tinos-Italic', 'Tinos-Regular']);
  });

  it('numbers pages from 2, 13 points, centred in the top margin; each annex counts its own', () => {
    const numbers = pdf.pages.map(({ texts }) =>
      texts.filter(({ y }) => y < 19).map(({ text, size }) => `${text} ${size}`),
    );
    const annex = pdf.pages.findIndex(({ texts }) => texts.some(({ text }) => text === 'Phụ lục I'));
    expect(numbers[0]).toEqual([]);
    expect(numbers[1]).toEqual(['2 13']);
    expect(numbers[annex]).toEqual([]);
    expect(numbers[annex + 1]).toEqual(['2 13']);
    const number = pageAt(1).texts.find(({ y }) => y < 19);
    expect(number && centre(number)).toBeCloseTo(110, 0);
  });

  it.each([
    ['ô 1, quốc hiệu', letter.quocHieu, 13, 'Tinos-Bold'],
    ['ô 1, tiêu ngữ', letter.tieuNgu, 14, 'Tinos-Bold'],
    ['ô 2, cơ quan chủ quản', letter.coQuanChuQuan, 13, 'Tinos-Regular'],
    ['ô 2, cơ quan ban hành', letter.coQuanBanHanh, 13, 'Tinos-Bold'],
    ['ô 3, số', 'Số:', 13, 'Tinos-Regular'],
    ['ô 4, địa danh', 'Tỉnh Mẫu, ngày 16 tháng 11 năm 2021', 14, 'Tinos-Italic'],
    ['ô 5b, trích yếu', 'V/v', 12, 'Tinos-Regular'],
    ['ô 9a, kính gửi', 'Kính gửi:', 14, 'Tinos-Regular'],
    ['ô 6, căn cứ', 'Căn cứ Nghị định', 14, 'Tinos-Italic'],
    ['ô 6, khoản có tiêu đề', '1. Kết quả', 14, 'Tinos-Bold'],
    ['ô 6, nội dung', 'Phòng thứ 1 đã', 14, 'Tinos-Regular'],
    ['ô 6, "-"', '- Gạch đầu dòng', 14, 'Tinos-Regular'],
    ['ô 6, "+"', '+ Dấu cộng', 14, 'Tinos-Regular'],
    ['ô 7a, quyền hạn', 'KT. GIÁM ĐỐC', 14, 'Tinos-Bold'],
    ['ô 7b, họ tên', letter.nguoiKy, 14, 'Tinos-Bold'],
    ['ô 9b, các nơi nhận', '- Như trên;', 11, 'Tinos-Regular'],
    ['ô 10b, độ khẩn', 'THƯỢNG KHẨN', 13, 'Tinos-Bold'],
    ['ô 12, người soạn', 'PL.300', 11, 'Tinos-Regular'],
    ['ô 13, địa chỉ', 'Số 1, đường Mẫu', 11, 'Tinos-Regular'],
    ['Phụ lục', 'Phụ lục II', 14, 'Tinos-Bold'],
    ['tiêu đề phụ lục', 'DANH SÁCH', 14, 'Tinos-Bold'],
    ['(Kèm theo …)', '(Kèm theo Công văn)', 14, 'Tinos-Italic'],
    ['bảng', 'Chỉ tiêu 1', 12, 'Tinos-Regular'],
  ])('%s', (_, text, size, face) => {
    const found = textWith(pageWith(text), text);
    expect(found.size).toBeCloseTo(size, 5);
    expect(words(found.face)).toBe(face);
  });

  it('"Nơi nhận:" is 12 points, bold italic, level with the first line of the signature', async () => {
    const page = pageWith('KT. GIÁM ĐỐC');
    const recipients = textWith(page, 'Nơi nhận:');
    expect(recipients.size).toBe(12);
    expect(words(recipients.face)).toBe('Tinos-BoldItalic');
    expect(recipients.x).toBeCloseTo(30, 0);
    expect(Math.abs(recipients.y - textWith(page, 'KT. GIÁM ĐỐC').y)).toBeLessThan(2);
  });

  it('stands the head in columns of 62 and 98 mm, each part centred under the one above', () => {
    for (const left of [letter.coQuanChuQuan, letter.coQuanBanHanh])
      expect(centre(textWith(one, left))).toBeCloseTo(30 + 31, 0);
    for (const right of [letter.quocHieu, letter.tieuNgu, 'Tỉnh Mẫu, ngày'])
      expect(centre(textWith(one, right))).toBeCloseTo(92 + 49, 0);
    expect(textWith(one, 'Tỉnh Mẫu, ngày').y).toBeCloseTo(textWith(one, 'Số:').y, 0);
  });

  it('rules tiêu ngữ over its whole width, the agency over 0.4 of its own', () => {
    const [agency, motto] = one.rules;
    expect(motto).toBeCloseTo(textWith(one, letter.tieuNgu).width, 1);
    expect(agency).toBeCloseTo(textWith(one, letter.coQuanBanHanh).width * 0.4, 1);
  });

  it('keeps the room of a number that is not given yet', () => {
    const [before, after] = [textWith(one, 'Số:'), textWith(one, '/SCT-KHTCTH')];
    expect(after.x - before.x - before.width).toBeGreaterThan(11);
    expect(after.text).toBe('/SCT-KHTCTH');
  });

  it('begins each paragraph 12.7 mm in and justifies it', () => {
    for (const start of ['Căn cứ Nghị định', '1. Kết quả', '- Gạch đầu dòng', '+ Dấu cộng', 'Phòng thứ 1 đã']) {
      expect(textWith(pageWith(start), start).x).toBeCloseTo(42.7, 0);
    }
    const line = textWith(pageWith('Phòng thứ 1 đã'), 'Phòng thứ 1 đã');
    const onIt = pageWith('Phòng thứ 1 đã').texts.filter(({ y }) => Math.abs(y - line.y) < 0.1);
    expect(Math.max(...onIt.map(({ x, width }) => x + width))).toBeCloseTo(190, 0);
  });

  it('sets single lines and 6 points between paragraphs', () => {
    const page = pageAt(1);
    const lines = [
      ...new Set(page.texts.filter(({ y, size }) => y > 20 && size === 14).map(({ y }) => y.toFixed(2))),
    ].map(Number);
    const steps = lines.slice(1).map((y, at) => (((y - (lines[at] ?? 0)) / 25.4) * 72).toFixed(0));
    expect(new Set(steps.slice(0, 20))).toEqual(new Set(['16', '22']));
  });

  it('leaves 12 points between the addressees and the body, one or several', async () => {
    const several = await readPdf(letterPdf({ ...letter, kinhGui: ['Cục A', 'Sở B'] }, properties).bytes);
    for (const [page, last] of [
      [one, 'Kính gửi:'],
      [several.pages[0] as PdfPage, 'Sở B'],
    ] as const) {
      const step = ((textWith(page, 'Căn cứ Nghị định').y - textWith(page, last).y) / 25.4) * 72;
      expect(step).toBeCloseTo(14 * (0.891 + 0.216) + 12, 0);
    }
  });

  it('leaves 28 mm for signature and seal', () => {
    const page = pageWith(letter.nguoiKy);
    expect(textWith(page, letter.nguoiKy).y - textWith(page, 'PHÓ GIÁM ĐỐC').y).toBeGreaterThan(28);
    expect(textWith(page, letter.nguoiKy).y - textWith(page, 'PHÓ GIÁM ĐỐC').y).toBeLessThan(40);
  });

  const bodyLinesOf = ({ texts }: PdfPage): number[] => {
    const lines = texts.filter(({ size, y, face }) => size === 14 && y > 20 && words(face) === 'Tinos-Regular');
    return [...new Set(lines.map(({ y }) => y.toFixed(1)))].map(Number);
  };

  it('never leaves the signature alone on a page, wherever the body ends', async () => {
    for (let count = 8; count < 24; count += 1) {
      const body = [...letter.body.slice(1, 2), ...letter.body.slice(5, 5 + count), ...letter.body.slice(-1)];
      const set = await readPdf(letterPdf({ ...letter, body, phuLuc: [] }, properties).bytes);
      const last = set.pages.at(-1) as PdfPage;
      expect(
        last.texts.some(({ text }) => text.includes(letter.nguoiKy)),
        `${count}`,
      ).toBe(true);
      if (set.pages.length > 1) expect(bodyLinesOf(last).length, `${count} paragraphs`).toBeGreaterThanOrEqual(2);
    }
  });

  it.each([
    ['a long last paragraph', []],
    ['the long one before a close of one line', letter.body.slice(-1)],
  ])('breaks %s, two lines on each side, rather than leave the page before it empty', async (_, close) => {
    const long: Paragraph = {
      kind: 'dash',
      runs: [{ text: `${'Phòng đã hoàn thành nhiệm vụ được giao, '.repeat(20)}hết.` }],
    };
    const pageCounts = new Set<number>();
    for (let count = 0; count < 24; count += 1) {
      const before = Array.from({ length: count }, (): Paragraph => ({ kind: 'plus', runs: [{ text: 'Một dòng.' }] }));
      const body = [...before, long, ...close];
      const { pages } = await readPdf(letterPdf({ ...letter, body, phuLuc: [] }, properties).bytes);
      pageCounts.add(pages.length);
      if (pages.length === 1) continue;
      const [first, last] = pages.map(page => bodyLinesOf(page)) as [number[], number[]];
      const begins = pages[0]?.texts.find(({ text }) => text.startsWith('- Phòng'))?.y ?? Number.POSITIVE_INFINITY;
      expect(first.filter(y => y > begins - 0.1).length, `${count}`).not.toBe(1);
      expect(last.length, `${count}`).toBeGreaterThanOrEqual(2 + close.length);
      // The page before is full, or no more of the paragraph left it than has to stand with the signature.
      if (last.length > 2 + close.length) expect(277 - Math.max(...first), `${count}`).toBeLessThan(3 * 5.7);
    }
    expect(pageCounts).toEqual(new Set([1, 2]));
  });

  it('parts a list of recipients longer than a page, and loses none of it', async () => {
    const noiNhan = Array.from({ length: 150 }, (_, at) => `- Đơn vị thứ ${at + 1};`);
    const { pages } = await readPdf(letterPdf({ ...letter, noiNhan, phuLuc: [] }, properties).bytes);
    const told = pages.flatMap(({ texts }) => texts.filter(({ text }) => text.startsWith('- Đơn vị thứ')));
    expect(told.map(({ text }) => text)).toEqual(noiNhan);
    for (const { y } of told) expect(y).toBeLessThan(277);
  });

  it('breaks no number of a document across lines', async () => {
    for (let pad = 0; pad < 40; pad += 1) {
      const text = `${'chữ '.repeat(pad)}Thông báo số 272/TB-VPCP ngày 22/10/2021 và Nghị quyết số 01-NQ/TU`;
      const set = await readPdf(
        letterPdf({ ...letter, body: [{ kind: 'paragraph', runs: [{ text }] }], phuLuc: [] }, properties).bytes,
      );
      const whole = set.pages.flatMap(({ texts }) => texts.map(each => each.text)).join('|');
      for (const code of ['272/TB-VPCP', '22/10/2021', '01-NQ/TU']) expect(whole).toContain(code);
    }
  });

  it('boxes the urgency under the left column', () => {
    expect(centre(textWith(one, 'THƯỢNG KHẨN'))).toBeCloseTo(61, 0);
  });

  it('puts the address at the foot of page 1 and of no other', () => {
    const at = pdf.pages.map(({ texts }) => texts.some(({ text }) => text.includes('đường Mẫu')));
    expect(at.filter(Boolean)).toHaveLength(1);
    expect(textWith(one, 'đường Mẫu').y).toBeGreaterThan(277);
  });

  it('lists several addressees on lines of their own, each ending ";", the last "."', async () => {
    const several = await readPdf(letterPdf({ ...letter, kinhGui: ['Cục A', 'Sở B'] }, properties).bytes);
    const page = several.pages[0] as PdfPage;
    expect([textWith(page, 'Cục A').text, textWith(page, 'Sở B').text]).toEqual(['- Cục A;', '- Sở B.']);
    expect(textWith(page, 'Cục A').y).toBeGreaterThan(textWith(page, 'Kính gửi:').y);
  });

  it.each([
    ['of wide letters', 'W'.repeat(100)],
    ['of slashes', 'https://vanban.so.example/'.concat('a/'.repeat(37))],
    ['of spaces that do not break', 'từ\u00a0'.repeat(33)],
    ['of hyphens', 'W-'.repeat(50)],
  ])('breaks a word wider than its line rather than leave the page: %s', async (_, word) => {
    const body = ['dash', 'paragraph', 'heading'].map(kind => ({
      kind: kind as 'dash',
      runs: [{ text: `(${word}) hết.` }],
    }));
    const { bytes, standard } = letterPdf({ ...letter, body }, properties);
    expect(standard).toBe('a-3a');
    const { pages } = await readPdf(bytes);
    const texts = pages.flatMap(page => page.texts);
    expect(Math.max(...texts.map(({ x, width }) => x + width))).toBeLessThan(190.3);
    const said = texts
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '');
    expect(said.split(`(${word})hết.`.replace(/\s/g, ''))).toHaveLength(4);
  });

  it('leaves no minus behind its number at the end of a line, and has the keyboard’s, which is searched for', async () => {
    const body = Array.from({ length: 60 }, (_, at): Paragraph => {
      const text = `${'i'.repeat(100 + at)} mức thay đổi là -1,2% so với cùng kỳ năm trước của cả tỉnh.`;
      return { kind: 'paragraph', runs: [{ text }] };
    });
    const { pages } = await readPdf(letterPdf({ ...letter, body, phuLuc: [] }, properties).bytes);
    const texts = pages.flatMap(page => page.texts.map(({ text }) => text));
    expect(texts.filter(text => text.includes('-1,2%')).length).toBeGreaterThan(50);
    expect(texts.filter(text => /\S\s+-$/.test(text))).toEqual([]);
  });

  it('repeats the heading row of an annex’s table on each page, and no word leaves the page', () => {
    const pages = pdf.pages.filter(({ texts }) => texts.some(({ text }) => /^Chỉ tiêu \d/.test(text)));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(textWith(page, 'Giá trị').size).toBe(12);
  });

  it('says word for word what the DOCX says', async () => {
    const docx = readDocx(letterDocx({ ...letter, phuLuc: [] }, properties));
    const said = wordsOf(await readPdf(letterPdf({ ...letter, phuLuc: [] }, properties).bytes)).replaceAll(
      '\u00a0',
      ' ',
    );
    const plain = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();
    const missing = docx.paragraphs.map(({ text }) => plain(text)).filter(text => text && !plain(said).includes(text));
    expect(missing.filter(text => !text.startsWith('Số:'))).toEqual([]);
  });

  it('is the same bytes each time', () => {
    expect(Buffer.compare(letterPdf(letter, properties).bytes, letterPdf(letter, properties).bytes)).toBe(0);
  });

  it('takes hostile text as text', async () => {
    const text = '<w:p/> ]]> #set page(fill: red) $x$ {{7*7}} \\u{41} // /* @a *b* _c_ `d` = e';
    const hostile: Letter = { ...letter, body: [{ kind: 'paragraph', runs: [{ text }] }], phuLuc: [] };
    expect(wordsOf(await readPdf(letterPdf(hostile, properties).bytes))).toContain(text);
  });

  it('meets the deadline with a character it has no glyph for: PDF 1.7, and it says so', async () => {
    const foreign = letterPdf(
      { ...letter, body: [{ kind: 'paragraph', runs: [{ text: '中文 \ufffe\ud800' }] }] },
      properties,
    );
    expect(foreign.standard).toBe('1.7');
    expect((await readPdf(foreign.bytes)).pages.length).toBe(foreign.pages);
  });
});
