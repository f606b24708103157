import { describe, expect, it } from 'vitest';
import { remarkOn } from '../../../shared/domain/collection/remark.ts';
import type { Figure } from '../../../shared/domain/figures/figure.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { exports } from '../an-office.ts';

const indicator = { ...exports, limits: { least: '-1000', most: '100000', change: '50' } };
const past = (figures: Record<string, string>) => ({
  month: '2021-10',
  known: knownFrom(
    Object.entries(figures).map(([period, value]) => ({ period, indicator: 'xuat-khau', value })),
    [],
  ),
});
const on = (value: string, figures: Record<string, string> = {}, changed: Partial<Figure> = {}) =>
  remarkOn(indicator, { state: 'reported', value, changes: {}, ...changed }, past(figures));

describe('a figure stands out', () => {
  it('below the least and above the most, and not on either', () => {
    expect([on('-1000'), on('100000')]).toEqual([undefined, undefined]);
    expect([on('-1000.01'), on('100000.01')]).toEqual([
      'Nhỏ hơn mức thường gặp (-1.000).',
      'Lớn hơn mức thường gặp (100.000).',
    ]);
  });

  it('when it is far from the month before and from the same month last year', () => {
    const history = { '2021-09': '100', '2020-10': '40' };
    expect(on('160', history)).toBe(
      'Lệch 60% so với tháng 9/2021, 300% so với tháng 10/2020; mức thường gặp là trong 50%.',
    );
    expect(on('49.5', { '2021-09': '100' })).toBe('Lệch 51% so với tháng 9/2021; mức thường gặp là trong 50%.');
  });

  it('not when it is near either: Tết moves the one, not the other', () => {
    expect([on('150', { '2021-09': '100' }), on('50', { '2021-09': '100' })]).toEqual([undefined, undefined]);
    expect(on('160', { '2021-09': '100', '2020-10': '150' })).toBeUndefined();
  });

  it('not against what is not known, nor against nought', () => {
    expect([on('5'), on('5', { '2021-09': '0' }), on('5', { '2021-08': '100' })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(on('5', { '2021-09': '0', '2020-10': '100' })).toMatch(/^Lệch 95% so với tháng 10\/2020;/);
  });

  it('against what the unit restates for the month before, and that month alone', () => {
    expect(on('160', { '2021-09': '100' }, { restates: '150' })).toBeUndefined();
    expect(on('160', { '2020-10': '100' }, { restates: '10' })).toMatch(
      /1\.500% so với tháng 9\/2021, 60% so với tháng 10/,
    );
  });

  it('by its distance from a figure below nought as from one above', () => {
    expect(on('-160', { '2021-09': '-100' })).toMatch(/^Lệch 60%/);
  });

  it('whether it is reported or estimated, and not when nothing is said', () => {
    expect(on('100001', {}, { state: 'estimated' })).toBeDefined();
    expect([on('100001', {}, { state: 'none' }), on('1', {}, { value: undefined })]).toEqual([undefined, undefined]);
  });

  it('not where nobody knows the past', () => {
    const figure = { state: 'reported' as const, value: '9999999', changes: {} };
    expect(remarkOn({ ...indicator, limits: {} }, figure)).toBeUndefined();
    expect(remarkOn({ ...indicator, limits: { change: '50' } }, figure)).toBeUndefined();
  });
});

describe('where the report says nothing of changes, a figure stands out', () => {
  const unset = (value: string, figures: Record<string, string>, changed: Partial<Figure> = {}) =>
    remarkOn({ ...exports, limits: {} }, { state: 'reported', value, changes: {}, ...changed }, past(figures));

  it('when it is ten times the one or the other, or a tenth', () => {
    expect(unset('1307', { '2021-09': '130.7' })).toBe('Gấp 10 lần tháng 9/2021 (130,7).');
    expect(unset('1306.9', { '2021-09': '130.7' })).toBeUndefined();
    expect(unset('13.07', { '2020-10': '130.7' })).toBe('Nhỏ hơn 10 lần so với tháng 10/2020 (130,7).');
    expect(unset('3781', { '2021-09': '3.604', '2020-10': '3862' })).toBe('Gấp 1.049,1 lần tháng 9/2021 (3,604).');
  });

  it('when it is three times both, or a third, and not when it is near one', () => {
    expect(unset('390', { '2021-09': '130', '2020-10': '120' })).toBe(
      'Gấp 3 lần tháng 9/2021 (130), gấp 3,3 lần tháng 10/2020 (120).',
    );
    expect(unset('40', { '2021-09': '130', '2020-10': '120' })).toMatch(/^Nhỏ hơn 3,3 lần so với tháng 9\/2021/);
    expect(unset('390', { '2021-09': '131', '2020-10': '120' })).toBeUndefined();
    expect(unset('390', { '2021-09': '130' })).toBeUndefined();
  });

  it('when there is nothing left of what was much', () => {
    expect(unset('0', { '2021-09': '130.7' })).toBe('Bằng 0 trong khi tháng 9/2021 là 130,7.');
  });

  it('not when it is a small count, nor against nought', () => {
    const small = [unset('12', { '2021-09': '1' }), unset('0', { '2021-09': '12', '2020-10': '9' })];
    expect([...small, unset('6.2', { '2021-09': '0.5' }), unset('1200', { '2021-09': '0' })]).toEqual(
      small.map(() => undefined).concat(undefined, undefined),
    );
    expect(unset('120', { '2021-09': '1' })).toBe('Gấp 120 lần tháng 9/2021 (1).');
  });

  it('against what the unit restates, which itself is measured against what was issued', () => {
    const history = { '2021-09': '3604', '2020-10': '3862' };
    expect(unset('3781', { ...history, '2021-09': '3.604' }, { restates: '3604' })).toMatch(
      /^Số điều chỉnh: gấp 1.000 lần/,
    );
    expect(unset('3781', history, { restates: '3610' })).toBeUndefined();
    expect(unset('3781', history, { restates: '3.61' })).toMatch(/^Gấp 1.047,4 lần tháng 9/);
  });

  it('also within limits that say nothing of changes, and not beyond a change that the office admits', () => {
    const figure = { state: 'reported' as const, value: '1307', changes: {} };
    const history = past({ '2021-09': '130.7' });
    expect(remarkOn({ ...exports, limits: { least: '0', most: '10000' } }, figure, history)).toMatch(/^Gấp 10 lần/);
    expect(remarkOn({ ...exports, limits: { change: '5000' } }, figure, history)).toBeUndefined();
  });
});
