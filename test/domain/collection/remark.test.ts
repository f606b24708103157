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

  it('not where the report sets no limits, nor where nobody knows the past', () => {
    const figure = { state: 'reported' as const, value: '9999999', changes: {} };
    expect(remarkOn({ ...indicator, limits: {} }, figure, past({ '2021-09': '1' }))).toBeUndefined();
    expect(remarkOn({ ...indicator, limits: { change: '50' } }, figure)).toBeUndefined();
  });
});
