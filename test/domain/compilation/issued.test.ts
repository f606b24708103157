import { describe, expect, it } from 'vitest';
import { figuresToIssue } from '../../../shared/domain/compilation/issued.ts';
import type { Report } from '../../../shared/domain/compilation/report.ts';

type Told = Partial<Report['figures'][number]>;

const figure = (code: string, value: string, more: Told = {}) => ({
  code,
  state: 'reported' as const,
  value,
  changes: [],
  ...more,
});
const report = (...figures: Report['figures']): Report => ({
  ...{ department: 'so-mau', report: 'bao-cao', month: '2021-10', figures },
  ...{ outcomes: [], further: [], missing: [] },
});

describe('what a letter in the place of another adds to the series', () => {
  it('is only what it says otherwise: the rest may have been restated since', () => {
    const before = report(figure('a', '1'), figure('b', '2'));
    expect(figuresToIssue(report(figure('a', '1'), figure('b', '3')), before)).toEqual([
      { month: '2021-10', figures: { b: '3' } },
    ]);
    expect(figuresToIssue(before, before)).toEqual([]);
    expect(figuresToIssue(before)).toEqual([{ month: '2021-10', figures: { a: '1', b: '2' } }]);
  });

  it('is a unit’s own part as well, and that of no other unit', () => {
    const of = (one: string, other: string) =>
      report(figure('a', '9', { units: [figure('a', one, { unit: 'u1' }), figure('a', other, { unit: 'u2' })] }));
    expect(figuresToIssue(of('4', '5'), of('3', '5'))).toEqual([
      { month: '2021-10', figures: {}, units: { u1: { a: '4' } } },
    ]);
  });

  it('is a figure that is no estimate any more, though it is as it was', () => {
    const before = report(figure('a', '1', { state: 'estimated' }));
    expect(figuresToIssue(report(figure('a', '1')), before)).toEqual([{ month: '2021-10', figures: { a: '1' } }]);
    expect(figuresToIssue(before, before)).toEqual([]);
  });

  it('is what a unit restates of the term before, where it did not before', () => {
    const after = report(figure('a', '1', { restates: '7' }));
    expect(figuresToIssue(after, report(figure('a', '1')))).toEqual([{ month: '2021-09', figures: { a: '7' } }]);
  });
});
