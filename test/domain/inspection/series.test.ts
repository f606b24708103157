import { describe, expect, it } from 'vitest';
import type { Report } from '../../../shared/domain/compilation/report.ts';
import { breachesInSeries } from '../../../shared/domain/inspection/series.ts';

const reported = (month: string, value: string, restates?: string): Report => ({
  ...{ department: 'so-mau', report: 'r', month, outcomes: [], further: [], missing: [] },
  figures: [{ code: 'xuat-khau', state: 'reported', value, restates, changes: [] }],
});
const october = { report: reported('2021-10', '5'), entered: true };
const november = { report: reported('2021-11', '6', '4'), entered: true };
const kept = (month: string, value: string) => ({ month, figures: { 'xuat-khau': value } });
const found = (...given: [Parameters<typeof breachesInSeries>[1], Parameters<typeof breachesInSeries>[2]]) =>
  breachesInSeries('r', ...given).map(({ where, what }) => `${where}: ${what}`);
const wrong = (month: string) => [`r, dãy số tháng ${month}: "xuat-khau" không phải là số đã phát hành`];

describe('the series', () => {
  it('is sound with what was issued last, or restated since', () => {
    expect(found([october], [kept('2021-10', '5')])).toEqual([]);
    expect(found([october, november], [kept('2021-10', '4'), kept('2021-11', '6')])).toEqual([]);
    // The letter of October was held, and went out after that of November.
    expect(found([november, october], [kept('2021-10', '5'), kept('2021-11', '6')])).toEqual([]);
    expect(found([], [])).toEqual([]);
  });

  it('may already have, or not have yet, what is about to be issued', () => {
    const soon = { ...november, entered: false };
    expect(found([october, soon], [kept('2021-10', '5')])).toEqual([]);
    expect(found([october, soon], [kept('2021-10', '4'), kept('2021-11', '6')])).toEqual([]);
    expect(found([october, soon], [kept('2021-10', '3')])).toEqual(wrong('2021-10'));
  });

  it('is found out where a figure is another, lacks, or is nobody’s', () => {
    expect(found([october], [kept('2021-10', '50')])).toEqual(wrong('2021-10'));
    expect(found([october, november], [kept('2021-10', '5'), kept('2021-11', '6')])).toEqual(wrong('2021-10'));
    expect(found([october], [])).toEqual(wrong('2021-10'));
    expect(found([october], [kept('2021-10', '5'), kept('2021-12', '7')])).toEqual(wrong('2021-12'));
    expect(found([], [{ month: '2021-12', figures: {} }])).toEqual([
      'r, dãy số tháng 2021-12: không tháng nào phát hành những số liệu này',
    ]);
  });

  it('is looked at unit by unit, and by what was an estimate', () => {
    const own = { ...kept('2021-10', '5'), units: { kv1: { 'gieo-cay': '1' } }, estimated: ['xuat-khau'] };
    expect(found([october], [own])).toEqual([
      'r, dãy số tháng 2021-10: "ước xuat-khau" không phải là số đã phát hành',
      'r, dãy số tháng 2021-10: "gieo-cay@kv1" không phải là số đã phát hành',
    ]);
  });
});
