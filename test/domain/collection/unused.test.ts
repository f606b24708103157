import { describe, expect, it } from 'vitest';
import type { TypedFigure } from '../../../shared/domain/collection/answers.ts';
import { figureFrom } from '../../../shared/domain/collection/figure-from.ts';
import { changesAskedFor } from '../../../shared/domain/collection/unused.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { exports, index } from '../an-office.ts';

const pastOf = (figures: Record<string, string>, indicator = exports) => ({
  month: '2021-10',
  known: knownFrom(
    Object.entries(figures).map(([period, value]) => ({ period, indicator: indicator.code, value })),
    [],
  ),
});
const issued = pastOf({ '2021-09': '3604', '2020-10': '3863' });

const faultsOf = (typed: Partial<TypedFigure>, past = issued, indicator = exports) =>
  figureFrom({ state: 'reported', ...typed }, indicator, past).faults.map(({ field, message }) => [
    field.replace(`figures.${indicator.code}.`, ''),
    message,
  ]);
const change = { 'previous-month': '-50' };
const lastYear = { 'same-month-last-year': '99' };

describe('what the letter would pass over is refused, and why is said at its field:', () => {
  it('a change that the office computes itself', () => {
    expect(faultsOf({ value: '3.781', changes: { ...change, ...lastYear } })).toEqual([
      [
        'changes.previous-month',
        'Cơ quan tự tính so với tháng trước từ số đã phát hành (3.604); hãy để trống ô này, hoặc sửa số liệu tháng trước ở ô điều chỉnh.',
      ],
      [
        'changes.same-month-last-year',
        'Cơ quan tự tính so với cùng kỳ năm trước từ số đã phát hành (3.863); hãy để trống ô này.',
      ],
    ]);
    expect(faultsOf({ value: '3.781', restates: '3.600', changes: change })[0]?.[1]).toContain(
      'từ số điều chỉnh (3.600)',
    );
    expect(faultsOf({ value: '3.781', restates: '3.600', changes: change }, pastOf({}))).toHaveLength(1);
  });

  it('a change in percent of a base that has none', () => {
    expect(faultsOf({ value: '5', changes: change }, pastOf({ '2021-09': '0' }))).toEqual([
      ['changes.previous-month', 'Số liệu tháng trước là 0, không tính được phần trăm; hãy để trống ô này.'],
    ]);
  });

  it('a change for a comparison that the indicator does not have', () => {
    expect(faultsOf({ value: '5', changes: lastYear }, pastOf({}), index)).toEqual([
      ['changes.same-month-last-year', 'Chỉ tiêu này không so với cùng kỳ năm trước; hãy để trống ô này.'],
    ]);
    const alone = { ...exports, comparisons: exports.comparisons.slice(1) };
    expect(faultsOf({ value: '5', changes: change, restates: '4' }, pastOf({}), alone)).toEqual([
      ['changes.previous-month', 'Chỉ tiêu này không so với tháng trước; hãy để trống ô này.'],
      ['restates', expect.stringMatching(/^Chỉ tiêu này không so với tháng trước; hãy để trống ô này\. Cần sửa/)],
    ]);
  });

  it.each(['none', 'missing'] as const)('changes and a restatement beside a figure that is %s', state => {
    expect(faultsOf({ state, restates: '140', changes: change }, pastOf({}))).toEqual([
      ['changes.previous-month', 'Đã chọn không phát sinh hoặc chưa báo cáo thì để trống ô này.'],
      ['restates', expect.stringMatching(/thì để trống ô này\. Cần sửa số đã phát hành thì báo phòng tổng hợp\.$/)],
    ]);
    expect(faultsOf({ state, restates: ' ', changes: { 'previous-month': ' ' } })).toEqual([]);
  });

  it('a restatement that restates nothing, or that no figure is compared with', () => {
    expect(faultsOf({ value: '3.781', restates: '3.604,0' })).toEqual([
      ['restates', 'Đúng bằng số đã phát hành (3.604), không phải điều chỉnh; hãy để trống ô này.'],
    ]);
    expect(faultsOf({ restates: '100', changes: change }, pastOf({}), index)).toEqual([
      ['restates', expect.stringContaining('hãy nhập số liệu, hoặc để trống ô này')],
    ]);
  });
});

describe('what the letter tells is taken:', () => {
  it.each([
    ['a change where the office has no base', { value: '5', changes: change }, pastOf({ '2020-10': '3863' }), exports],
    ['a restatement, by which the figure is compared', { value: '5', restates: '4' }, issued, exports],
    ['a month before that the office does not know', { value: '5', restates: '4' }, pastOf({}), exports],
    [
      'a change that stands alone',
      { changes: { 'previous-month': '-2,26' } },
      pastOf({ '2021-09': '99' }, index),
      index,
    ],
  ])('%s', (_, typed, past, indicator) => {
    expect(faultsOf(typed, past, indicator)).toEqual([]);
  });

  it('beside a figure that is still wanted, only that is said', () => {
    expect(faultsOf({ restates: '3.604' }).map(([part]) => part)).toEqual(['value']);
  });
});

describe('the form asks for a change', () => {
  const asked = (indicator = exports, past = issued) => changesAskedFor(indicator, past);

  it('only where the office has no base of its own, or where the change may stand alone', () => {
    expect(asked()).toEqual([]);
    expect(asked(exports, pastOf({ '2021-09': '0' }))).toEqual(['same-month-last-year']);
    expect(asked(exports, pastOf({}))).toEqual(['previous-month', 'same-month-last-year']);
    expect(asked(index, pastOf({ '2021-09': '99' }, index))).toEqual(['previous-month']);
  });
});
