import { describe, expect, it } from 'vitest';
import { computedOfUnit, measuringUnit } from '../../../shared/domain/collection/unit-measures.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { reckoned } from '../../../shared/domain/letter/reckoned.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { projects } from '../a-list.ts';
import { exports } from '../an-office.ts';

const asked = (code: string): Indicator => ({ ...exports, code, yearToDate: { comparisons: [] } });
const made = (code: string, formula: string): Indicator => ({ ...asked(code), formula, decimals: 1 });

const owed = {
  indicators: [asked('a'), asked('b')],
  tasks: [],
  lists: [projects],
  computed: [
    made('hieu', 'a - b'),
    made('ty-le', 'hieu / a * 100'),
    made('von', 'sum(du-an.da-giai-ngan) + count(du-an)'),
    made('cua-nguoi-khac', 'a + c'),
    made('toan-tinh', 'sum(a)'),
    made('vong', 'vong + a'),
    { ...asked('lay-tu-thang'), source: { report: 'thang', indicator: 'a' } },
  ],
};

describe('what is computed of a unit alone', () => {
  it('is made of its own figures and rows, through whatever formulas, and of no other unit’s', () => {
    expect(computedOfUnit(owed).map(({ code }) => code)).toEqual(['hieu', 'ty-le', 'von']);
  });

  it('comes to an exact number as far as it is given, with the year so far', () => {
    const history = ['a', 'b'].flatMap(indicator =>
      Array.from({ length: 9 }, (_, at) => ({
        period: `2021-0${at + 1}`,
        indicator,
        value: indicator === 'a' ? '0.1' : '0.2',
      })),
    );
    const measure = measuringUnit(owed, { month: '2021-10', known: knownFrom(history), unit: 'phong-a' });
    const figure = (value: string) => ({ state: 'reported' as const, value, changes: {} });
    const told = (given: Parameters<typeof measure>[0]) => {
      const measures = measure(given);
      return [...owed.indicators, ...computedOfUnit(owed)].map(each => reckoned(each, measures, 'phong-a'));
    };
    const lists = { 'du-an': [{ 'da-giai-ngan': '1200.5' }, { 'da-giai-ngan': '0.5' }] };
    expect(told({ figures: { a: figure('3'), b: figure('1') }, lists })).toEqual([
      { value: '', yearToDate: '3,9' },
      { value: '', yearToDate: '2,8' },
      { value: '2', yearToDate: '1,1' },
      { value: '66,7', yearToDate: '28,2' },
      { value: '1.203', yearToDate: '' },
    ]);
    expect(told({ figures: { a: figure('3') }, lists: {} }).map(({ value }) => value)).toEqual(['', '', '', '', '']);
  });
});
