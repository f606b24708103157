import { describe, expect, it } from 'vitest';
import type { TypedFigure } from '../../../shared/domain/collection/answers.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { previewed } from '../../../shared/domain/letter/preview.ts';
import { exports, index } from '../an-office.ts';

const past = {
  month: '2021-10',
  known: knownFrom([{ period: '2021-09', indicator: 'xuat-khau', value: '130.7' }], []),
};
const nothing = { understood: '', sentence: '', remark: '', readings: [] };
const told = (typed: Partial<TypedFigure> | undefined, indicator = exports) =>
  previewed(indicator, typed && { state: 'reported', ...typed }, past);

describe('while a figure is typed', () => {
  it('its numeral is told as it was understood, and the sentence it becomes', () => {
    expect(told({ value: '138,80' })).toEqual({
      understood: 'Hiểu là 138,8 triệu USD',
      sentence: 'Câu sẽ in: Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021.',
      remark: '',
      readings: [],
    });
    expect(told({ value: '5' }, { ...exports, unitOfMeasure: '' }).understood).toBe('Hiểu là 5');
  });

  it('it is told what is wrong with it, all of it, and no sentence is guessed', () => {
    const { understood, ...rest } = told({ value: '138.8', restates: 'x' });
    expect(understood).toMatch(/^"138\.8" có thể hiểu nhiều cách.*\. "x" không phải là số/);
    const readings = [{ field: 'figures.xuat-khau.value', text: '138,8' }];
    expect(rest).toEqual({ sentence: '', remark: '', readings });
    const change = { field: 'figures.chi-so.changes.previous-month', text: '2,5' };
    expect(told({ changes: { 'previous-month': '2.5' } }, index).readings).toEqual([change]);
  });

  it('what else its numeral may have been meant as is offered, where that many decimals are taken', () => {
    const other = { field: 'figures.xuat-khau.value', text: '3,6040' };
    expect(told({ value: '3.604' }, { ...exports, decimals: 3 })).toMatchObject({
      understood: 'Hiểu là 3.604 triệu USD. Nếu là số thập phân, hãy bấm số dưới ô.',
      readings: [other],
    });
    expect(told({ value: '3.604' }).readings).toEqual([]);
    expect(told({ value: '5', changes: { 'same-month-last-year': '1.234' } }).readings).toHaveLength(1);
  });

  it('what corrects the term before is told too, as it was understood', () => {
    expect(told({ value: '138,8', restates: '130 triệu USD' }).understood).toBe(
      'Hiểu là 138,8 triệu USD; tháng trước điều chỉnh là 130',
    );
  });

  it('it is told what stands out and must be explained', () => {
    expect(told({ value: '100.001' }).remark).toBe('Lớn hơn mức thường gặp (100.000).');
  });

  it('one unit of many is told by the indicator’s name: its phrase may be of all of them', () => {
    const shared = { ...exports, owedBy: 'all' as const, phrase: 'Xuất khẩu: toàn tỉnh xuất khẩu' };
    const own = { period: '2021-09', indicator: 'xuat-khau', unit: 'phong-a', value: '100' };
    const known = knownFrom([{ ...own, unit: undefined, value: '500' }, own], []);
    const typed = { state: 'reported' as const, value: '110' };
    expect(previewed(shared, typed, { month: '2021-10', known, unit: 'phong-a' }).sentence).toBe(
      'Câu sẽ in: Kim ngạch xuất khẩu đạt 110 triệu USD, tăng 10% so với tháng 9/2021.',
    );
  });

  it('nothing is told as long as there is nothing', () => {
    expect([told(undefined), told({}), told({ value: '  ' })]).toEqual([nothing, nothing, nothing]);
  });

  it('a state without a figure has its sentence too', () => {
    expect(told({ state: 'none' })).toEqual({
      ...nothing,
      sentence: 'Câu sẽ in: Kim ngạch xuất khẩu tháng 10 không phát sinh.',
    });
    expect(told({ state: 'none', value: '5' }).understood).toMatch(/^Đã chọn không phát sinh/);
  });

  it('a change handed in where only the change is printed needs no figure', () => {
    expect(told({ changes: { 'previous-month': '-2,26' } }, index)).toEqual({
      ...nothing,
      sentence: 'Câu sẽ in: Chỉ số sản xuất công nghiệp tháng 10/2021 giảm 2,26% so với tháng 9/2021.',
    });
  });
});
