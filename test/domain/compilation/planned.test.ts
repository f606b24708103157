import { describe, expect, it } from 'vitest';
import { plansOf } from '../../../shared/domain/compilation/planned.ts';
import type { Comparison, Indicator } from '../../../shared/domain/office/indicator.ts';
import { exports } from '../an-office.ts';

const against = (more: Partial<Comparison> = {}): Comparison => ({ with: 'plan', as: 'ratio', decimals: 1, ...more });
const indicator: Indicator = { ...exports, comparisons: [] };
const measures = { value: '10', 'year-to-date': '60', plan: '80', 'plan.tw': '0' };

describe('the plans beside a figure', () => {
  it('are set against the year so far, each under its name; of a plan of nought no share is told', () => {
    const told = {
      ...indicator,
      yearToDate: { comparisons: [against({ source: 'tw', says: 'bằng {mức} kế hoạch Trung ương giao' })] },
    };
    expect(plansOf(told, { measures })).toEqual([
      { measure: 'plan', name: 'kế hoạch năm', value: '80', share: '75' },
      { measure: 'plan.tw', name: 'kế hoạch Trung ương giao', value: '0', share: undefined },
    ]);
  });

  it('are set against the figure itself where the office compares that one', () => {
    expect(
      plansOf({ ...indicator, comparisons: [against({ decimals: 2 })] }, { measures: { value: '10', plan: '30' } }),
    ).toEqual([{ measure: 'plan', name: 'kế hoạch năm', value: '30', share: '33.33' }]);
  });

  it('are shown without a share where nothing adds up to them, or points are told', () => {
    expect(plansOf(indicator, { measures: { value: '95', plan: '96' } })[0]?.share).toBeUndefined();
    const points = { ...indicator, comparisons: [against({ as: 'points' })] };
    expect(plansOf(points, { measures: { value: '95', plan: '96' } })[0]?.share).toBeUndefined();
  });

  it('are named by their source where the office has no words for it, and are none without a plan', () => {
    expect(plansOf(indicator, { measures: { 'plan.tw': '5' } }, { plan: 'đạt {mức}' })[0]?.name).toBe('kế hoạch tw');
    expect(plansOf(indicator, {})).toEqual([]);
  });
});
