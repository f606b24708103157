import { describe, expect, it } from 'vitest';
import { axisBeginsAt, type YearChart, yearChart } from '../../../templates/pages/figures/year-chart.ts';

const points = (values: (string | undefined)[]) =>
  values.map((value, at) => ({ month: `2025-0${at + 1}`, value, ...(at === 3 ? { estimated: true } : {}) }));
const chart: YearChart = {
  title: 'Xuất khẩu',
  unit: 'triệu USD',
  places: ['T1', 'T2', 'T3', 'T4', 'T5'],
  now: { name: '2025', points: points(['10', undefined, '20', '30', undefined]) },
  before: { name: '2024', points: points(['10', '10', '10', '10', '10']) },
  levels: [
    { name: 'Kế hoạch A', value: '40' },
    { name: 'Kế hoạch B', value: '40' },
  ],
  fromZero: true,
};
const drawn = (changes: Partial<YearChart> = {}) =>
  String(yearChart({ ...chart, ...changes }) ?? '').split('</svg>')[0] ?? '';
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe('the chart of a year', () => {
  it('has its unit, ticks in round Vietnamese numerals from nought, and every term under the axis', () => {
    expect(texts(drawn()).slice(0, 6)).toEqual(['triệu USD', '0', '10', '20', '30', '40']);
    expect(texts(drawn())).toEqual(expect.arrayContaining(['T1', 'T2', 'T3', 'T4', 'T5', '2025', '2024']));
  });

  it('leaves a gap where a term has no figure, and marks an estimate', () => {
    expect(drawn().match(/<path class="now"/g)).toHaveLength(1);
    expect(drawn().match(/<circle class="now"/g)).toHaveLength(2);
    expect(drawn().match(/<circle class="now guess"/g)).toHaveLength(1);
  });

  it('writes the labels of equal plans above one another', () => {
    const heights = [...drawn().matchAll(/y="([\d.]+)">Kế hoạch/g)].map(([, y]) => Number(y));
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeGreaterThanOrEqual(15);
  });

  it('tells in a sentence what it shows', () => {
    expect(drawn()).toContain(
      'aria-label="Biểu đồ Xuất khẩu (triệu USD). 2025: thấp nhất 10, cao nhất 30, T4 là 30; 2024: thấp nhất 10, cao nhất 10, T5 là 10; Kế hoạch A: 40; Kế hoạch B: 40.',
    );
  });

  it('of an index begins where the figures are, and says so', () => {
    const index = {
      ...chart,
      now: { name: '2025', points: points(['98.5', '102']) },
      before: undefined,
      levels: [],
      fromZero: false,
    };
    expect(axisBeginsAt(index)).toBe('98,5');
    expect(axisBeginsAt(chart)).toBeUndefined();
  });

  it('goes below nought where figures do', () => {
    const balance = { now: { name: '2025', points: points(['-6.8', '13']) }, levels: [] };
    expect(texts(drawn(balance))).toEqual(expect.arrayContaining(['-10', '0', '10']));
  });

  it('of one value, or of equal ones, has an axis all the same', () => {
    for (const value of ['0', '5', '-5'])
      expect(
        texts(drawn({ now: { name: '', points: points([value]) }, before: undefined, levels: [] })).length,
      ).toBeGreaterThan(4);
  });

  it('is none where nothing is known', () => {
    expect(
      yearChart({ ...chart, now: { name: '2025', points: points([undefined]) }, before: undefined }),
    ).toBeUndefined();
  });
});
