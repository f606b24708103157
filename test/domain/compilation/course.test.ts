import { describe, expect, it } from 'vitest';
import { coursesOf } from '../../../shared/domain/compilation/course.ts';
import { compile } from '../../../shared/domain/compilation/report.ts';
import type { Figure } from '../../../shared/domain/figures/figure.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { departmentWith, exports, reportWith } from '../an-office.ts';

const flow: Indicator = { ...exports, kind: 'flow', yearToDate: { comparisons: [] } };
const sown: Indicator = { ...flow, code: 'gieo-cay', owner: [], owedBy: 'all' };
const rate: Indicator = {
  ...exports,
  code: 'ty-le',
  decimals: 1,
  owner: [],
  comparisons: [],
  formula: 'gieo-cay / xuat-khau * 100',
};
const definition = reportWith({ indicators: [flow, sown, rate], tasks: [] });
const department = departmentWith(definition);
const units = ['phong-a', 'phong-b', 'phong-c'];
const of = (period: string, indicator: string, value: string, unit?: string) => ({ period, indicator, value, unit });

function courses(given: Record<string, Record<string, Figure>>, history: Parameters<typeof knownFrom>[0]) {
  const known = knownFrom(history);
  const submissions = new Map(
    units.map(unit => [unit, given[unit] ? { figures: given[unit], outcomes: {}, further: '' } : undefined]),
  );
  const report = compile({ department, definition, month: '2021-03', submissions, known });
  const courseOf = coursesOf({ department, definition, report, known });
  return (indicator: Indicator, soFar = false) =>
    courseOf({ indicator, terms: ['2021-01', '2021-02', '2021-03'], soFar }).map(({ value, estimated }) =>
      estimated ? `~${value}` : value,
    );
}
const figure = (value: string, more: Partial<Figure> = {}): Figure => ({
  state: 'reported',
  value,
  changes: {},
  ...more,
});

describe('the course of an indicator', () => {
  it('is what was issued, what is restated now, and what is handed in', () => {
    const told = courses({ 'phong-a': { 'xuat-khau': figure('30', { state: 'estimated', restates: '21' }) } }, [
      of('2021-01', 'xuat-khau', '10'),
      { ...of('2021-02', 'xuat-khau', '20'), estimated: true },
    ]);
    expect(told(flow)).toEqual(['10', '21', '~30']);
    expect(told(flow, true)).toEqual(['10', '31', '~61']);
  });

  it('of what many owe is the sum of the units, or what the office knows as one number', () => {
    const told = courses(Object.fromEntries(units.map(unit => [unit, { 'gieo-cay': figure('5') }])), [
      ...units.map(unit => of('2021-01', 'gieo-cay', '1', unit)),
      of('2021-02', 'gieo-cay', '7'),
    ]);
    expect(told(sown)).toEqual(['3', '7', '15']);
  });

  it('guesses no total of a term of which a unit is unknown', () => {
    const told = courses({}, [of('2021-01', 'gieo-cay', '1', 'phong-a')]);
    expect(told(sown)).toEqual([undefined, undefined, undefined]);
  });

  it('of a computed one is made of its parts in each term, nothing where there is nothing to divide by', () => {
    const told = courses({ 'phong-a': { 'xuat-khau': { state: 'none', changes: {} }, 'gieo-cay': figure('4') } }, [
      of('2021-01', 'gieo-cay', '1'),
      of('2021-01', 'xuat-khau', '3'),
      of('2021-02', 'ty-le', '50'),
    ]);
    expect(told(rate)).toEqual(['33.3', '50', undefined]);
  });

  it('of a computed one is rounded in the year so far too, in this term as in those before', () => {
    const given = Object.fromEntries(
      units.map(unit => [unit, { 'gieo-cay': figure('1'), ...(unit === 'phong-a' && { 'xuat-khau': figure('7') }) }]),
    );
    const told = courses(
      given,
      ['2021-01', '2021-02'].flatMap(month => [
        of(month, 'xuat-khau', '7'),
        ...units.map(unit => of(month, 'gieo-cay', '1', unit)),
      ]),
    );
    expect(told(rate, true)).toEqual(['42.9', '42.9', '42.9']);
  });
});
