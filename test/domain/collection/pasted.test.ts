import { describe, expect, it } from 'vitest';
import { rowsOf, textOfRows } from '../../../shared/domain/collection/cells.ts';
import { foundTold, withPasted } from '../../../shared/domain/collection/filling.ts';
import { figuresPasted, sheetHeading } from '../../../shared/domain/collection/pasted.ts';
import { exports, index } from '../an-office.ts';

const imports = { ...exports, code: 'nhap-khau', name: 'Kim ngạch nhập khẩu' };
const called = (name: string) => ({ ...exports, name });

function pasted(text: string, indicators = [exports, index], from?: string) {
  const { values, unread } = figuresPasted(rowsOf(text), indicators, from);
  return { values: Object.fromEntries(values), unread: unread.map(({ row, why }) => `${row}: ${why}`) };
}

describe('cells copied from a sheet', () => {
  it('are read by row and tab, whichever way lines end, without the rows in which nothing stands', () => {
    expect(rowsOf(' a \tb\r\nc\rd\n\n \t \n')).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('may be quoted, with breaks of lines, tabs and quotes in them', () => {
    expect(rowsOf('"Kim ngạch\nxuất khẩu"\t"138,8\r\n"\r\n"a ""b"""\tc"d\n"e\tf')).toEqual([
      ['Kim ngạch xuất khẩu', '138,8'],
      ['a "b"', 'c"d'],
      ['"e', 'f'],
    ]);
    const rows = [['"a"', 'b"c'], ['"']];
    expect(rowsOf(textOfRows(rows))).toEqual(rows);
  });

  it('belong to the indicator their row names, by name or code, however it is written', () => {
    expect(pasted('STT\t1\tKim ngạch  XUẤT khẩu\ttriệu USD\t138,8\nchi-so\t-101,99')).toEqual({
      values: { 'xuat-khau': '138,8', 'chi-so': '-101,99' },
      unread: [],
    });
  });

  it.each([
    ['Kim ngạch xuất khẩu', 'Kim nga\u0323ch xuất khẩu'.normalize('NFD')],
    ['Văn hóa, thể thao', 'VĂN HOÁ , thể  thao'],
    ['Thủy sản', 'thuỷ sản'],
    ['Tỷ lệ quý III', 'Tỉ lệ quí III'],
    ['Xuất - nhập khẩu', 'Xuất–nhập khẩu'],
    ['Kim ngạch xuất khẩu', '"Kim ngạch\nxuất khẩu"'],
    ['Kim ngạch xuất khẩu', 'Kim\u00a0ngạch xuất\u200b khẩu'],
    ['Kim ngạch xuất khẩu', '1. Kim ngạch xuất khẩu (triệu USD):'],
    ['Kim ngạch xuất khẩu', '- Kim ngạch xuất khẩu, Triệu USD'],
    ['I. Thu', 'I.Thu'],
  ])('find %j written %j', (name, written) => {
    expect(pasted(`${written}\t5`, [called(name), index]).values).toEqual({ 'xuat-khau': '5' });
  });

  it('find no name that two indicators have but for its mark, unless it is written whole', () => {
    const [one, other] = [called('I. Thu'), { ...called('II. Thu'), code: 'thu-hai' }];
    expect(pasted('Thu\t5', [one, other]).values).toEqual({});
    expect(pasted('ii. thu\t5', [one, other]).values).toEqual({ 'thu-hai': '5' });
  });

  it.each([
    ['a name written in one', 'Kimngạch xuất khẩu\t5', 'Kimngạch xuất khẩu | 5: không nêu chỉ tiêu nào của đơn vị'],
    ['a row that names nothing we asked', 'Nhập khẩu\t70', 'Nhập khẩu | 70: không nêu chỉ tiêu nào của đơn vị'],
    ['a row that names two', 'xuat-khau\tchi-so\t70', 'xuat-khau | chi-so | 70: nêu nhiều chỉ tiêu'],
    ['two numerals, of which nobody knows which is meant', 'xuat-khau\t138\t139', 'xuat-khau | 138 | 139: có nhiều số'],
    ['a name without a numeral', 'xuat-khau\tnhiều\t', 'xuat-khau | nhiều: không có số'],
    ['a numeral before the name', '138\txuat-khau', '138 | xuat-khau: không có số'],
    ['signs that are no numeral', 'xuat-khau\t-\t.,', 'xuat-khau | - | .,: không có số'],
    ['a date', 'xuat-khau\t31/10/2021\t31.10.2021', 'xuat-khau | 31/10/2021 | 31.10.2021: không có số'],
    ['a numeral among words', 'xuat-khau\tkhoảng 138', 'xuat-khau | khoảng 138: không có số'],
    ['another unit', 'xuat-khau\tnghìn USD\t138', 'xuat-khau | nghìn USD | 138: đơn vị tính phải là triệu USD'],
    ['percent of what is no percentage', 'xuat-khau\t5%', 'xuat-khau | 5%: không có số'],
    ['a numeral longer than any', `xuat-khau\t${'1'.repeat(65)}`, `xuat-khau | ${'1'.repeat(65)}: không có số`],
  ])('are left unread with %s, and are shown with the reason', (_, text, unread) => {
    expect(pasted(text)).toEqual({ values: {}, unread: [unread] });
  });

  it('fill nothing of an indicator of which two rows have two numbers, and show both', () => {
    const rows =
      'Tháng 10\t\nKim ngạch xuất khẩu\t138,8\nKim ngạch nhập khẩu\t210\nLũy kế\t\nKim ngạch xuất khẩu\t1.240,5\nKim ngạch nhập khẩu\t2.018';
    expect(pasted(rows, [exports, imports])).toEqual({
      values: {},
      unread: [
        'Tháng 10: không nêu chỉ tiêu nào của đơn vị',
        'Kim ngạch xuất khẩu | 138,8: chỉ tiêu này có nhiều số khác nhau',
        'Kim ngạch nhập khẩu | 210: chỉ tiêu này có nhiều số khác nhau',
        'Lũy kế: không nêu chỉ tiêu nào của đơn vị',
        'Kim ngạch xuất khẩu | 1.240,5: chỉ tiêu này có nhiều số khác nhau',
        'Kim ngạch nhập khẩu | 2.018: chỉ tiêu này có nhiều số khác nhau',
      ],
    });
    expect(pasted('xuat-khau\t138\nxuat-khau\t138\t139').values).toEqual({});
    expect(pasted('xuat-khau\t1240\nxuat-khau\t1.240,0')).toEqual({ values: { 'xuat-khau': '1240' }, unread: [] });
    expect(pasted('xuat-khau\t\nxuat-khau\t138')).toEqual({
      values: { 'xuat-khau': '138' },
      unread: ['xuat-khau: không có số'],
    });
  });

  it('never show the heading of the house’s own sheet as unread, whole or in part', () => {
    expect(pasted(`${sheetHeading.join('\t')}\nxuat-khau\t138`).unread).toEqual([]);
    expect(pasted('Chỉ tiêu\tSố liệu\nxuat-khau\t138').unread).toEqual([]);
    expect(pasted('Chỉ tiêu\tTháng 10\nxuat-khau\t138').unread).toHaveLength(1);
  });

  it.each(['1.234,5', '1\u00a0234', '1\u202f234', '\u22125', '- 5', '(5)', '138,8 triệu USD', '1'.repeat(15)])(
    'may hold the numeral %j',
    numeral => {
      expect(pasted(`xuat-khau\t${numeral}`).values).toEqual({ 'xuat-khau': numeral });
    },
  );

  it('of one numeral a row are taken in the form’s order, if there are as many', () => {
    expect(pasted('138,8\n101,99')).toEqual({ values: { 'xuat-khau': '138,8', 'chi-so': '101,99' }, unread: [] });
    expect(pasted('138,8').values).toEqual({});
    expect(pasted('138,8\n101,99\n5').unread).toHaveLength(3);
    expect(pasted('138,8\tx\n101,99').unread).toHaveLength(2);
    expect(pasted('138,8\nnhiều').unread).toHaveLength(2);
  });

  it('of one numeral a row go down from the field they were pasted into; what does not fit is shown', () => {
    const three = [exports, imports, index];
    expect(pasted('138\n210', three, 'nhap-khau')).toEqual({
      values: { 'nhap-khau': '138', 'chi-so': '210' },
      unread: [],
    });
    expect(pasted('138\n210', three, 'chi-so')).toEqual({
      values: { 'chi-so': '138' },
      unread: ['210: không còn ô nào bên dưới'],
    });
    expect(pasted('138\t210', three, 'xuat-khau').values).toEqual({});
  });
});

describe('what was found in cells', () => {
  it('fills the figures it names, reported unless they were estimated, and tells which stay as they were', () => {
    const before = {
      'xuat-khau': { state: 'none' as const, note: 'x' },
      'chi-so': { state: 'estimated' as const, value: '101' },
    };
    const found = figuresPasted(rowsOf('xuat-khau\t138\nkhác\t1'), [exports, index]);
    expect(withPasted(before, found.values)).toEqual({
      'xuat-khau': { state: 'reported', note: 'x', value: '138' },
      'chi-so': { state: 'estimated', value: '101' },
    });
    expect(foundTold(found, [exports, index], before)).toEqual({
      notice: `Đã điền 1/2 số liệu, chưa nộp; hãy xem lại từng số. Vẫn giữ số đã có: ${index.name} 101.`,
      offer: `1/2 số liệu: Kim ngạch xuất khẩu 138. Vẫn giữ số đã có: ${index.name} 101.`,
      unread: ['khác | 1 (không nêu chỉ tiêu nào của đơn vị)'],
    });
  });
});
