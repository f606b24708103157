import { describe, expect, it } from 'vitest';
import { figuresPasted, rowsOf } from '../../../shared/domain/collection/pasted.ts';
import { exports, index } from '../an-office.ts';

const indicators = [exports, index];
const pasted = (text: string) => {
  const { values, unread } = figuresPasted(rowsOf(text), indicators);
  return { values: Object.fromEntries(values), unread };
};

describe('cells copied from a sheet', () => {
  it('are read by row and tab, whichever way lines end, without the rows in which nothing stands', () => {
    expect(rowsOf(' a \tb\r\nc\rd\n\n \t \n')).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('belong to the indicator their row names, by name or code, however it is written', () => {
    expect(pasted('STT\t1\tKim ngạch  XUẤT khẩu\ttriệu USD\t138,8\nchi-so\t-101,99')).toEqual({
      values: { 'xuat-khau': '138,8', 'chi-so': '-101,99' },
      unread: [],
    });
    expect(pasted('Kim nga\u0323ch xuất khẩu\t5').values).toEqual({ 'xuat-khau': '5' });
  });

  it.each([
    ['a name written in one', 'Kimngạch xuất khẩu\t5', 'Kimngạch xuất khẩu | 5'],
    ['a row that names nothing we asked', 'Nhập khẩu\t70', 'Nhập khẩu | 70'],
    ['two numerals, of which nobody knows which is meant', 'xuat-khau\t138\t139', 'xuat-khau | 138 | 139'],
    ['a name without a numeral', 'xuat-khau\tnhiều\t', 'xuat-khau | nhiều'],
    ['a numeral before the name', '138\txuat-khau', '138 | xuat-khau'],
    ['signs that are no numeral', 'xuat-khau\t-\t.,', 'xuat-khau | - | .,'],
    ['a numeral among words', 'xuat-khau\t138 tỷ\tkhoảng 138', 'xuat-khau | 138 tỷ | khoảng 138'],
    ['a numeral longer than any', `xuat-khau\t${'1'.repeat(65)}`, `xuat-khau | ${'1'.repeat(65)}`],
  ])('are left unread with %s, and are shown', (_, text, unread) => {
    expect(pasted(text)).toEqual({ values: {}, unread: [unread] });
  });

  it.each(['1.234,5', '1\u00a0234', '1\u202f234', '\u22125', '- 5', '1'.repeat(64)])(
    'may hold the numeral %j',
    numeral => {
      expect(pasted(`xuat-khau\t${numeral}`).values).toEqual({ 'xuat-khau': numeral });
    },
  );

  it('of one numeral a row are taken in the form’s order, if there are as many', () => {
    expect(pasted('138,8\n101,99')).toEqual({ values: { 'xuat-khau': '138,8', 'chi-so': '101,99' }, unread: [] });
    expect(pasted('138,8')).toEqual({ values: {}, unread: ['138,8'] });
    expect(pasted('138,8\n101,99\n5').unread).toEqual(['138,8', '101,99', '5']);
    expect(pasted('138,8\tx\n101,99').unread).toEqual(['138,8 | x', '101,99']);
    expect(pasted('138,8\nnhiều').unread).toEqual(['138,8', 'nhiều']);
  });
});
