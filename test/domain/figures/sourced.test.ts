import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { compile, type Report } from '../../../shared/domain/compilation/report.ts';
import type { IssuedFigures } from '../../../shared/domain/figures/issued-figures.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { termsTaken, withTaken } from '../../../shared/domain/figures/sourced.ts';
import { sentence } from '../../../shared/domain/letter/sentence.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { owedBy, reportNamed } from '../../../shared/domain/office/owing.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import { departmentWith, exports, reportWith } from '../an-office.ts';

const yearToDate = { comparisons: [{ with: 'plan' as const, as: 'ratio' as const, decimals: 1 }] };
const taken: Indicator = {
  ...exports,
  code: 'ca-ky',
  phrase: 'Kim ngạch xuất khẩu {kỳ}',
  owner: [],
  source: { report: 'bao-cao-thang', indicator: 'xuat-khau' },
  yearToDate,
};

/** A month's report that asks for exports, and one of a longer term that takes them from there. */
function office(
  asked: Partial<Indicator> = {},
  longer: Partial<ReportDefinition> = {},
  more: Partial<Department> = {},
) {
  const monthly = reportWith({ indicators: [{ ...exports, ...asked }] });
  const own = { id: 'dai', first: '2020-Q1', cadence: 'quarter' as const, indicators: [taken], tasks: [] };
  return { ...departmentWith(monthly, reportWith({ ...own, ...longer })), ...more };
}

type Said = { department: Department; term?: string; issued: IssuedFigures[]; own?: IssuedFigures[]; terms?: string[] };

const someTerms = ['2025-Q3', '2025-Q2', '2024-Q3', '2025-Q1'];

function told({ department, term = '2025-Q3', issued, own = [], terms = someTerms }: Said): Report {
  const definition = reportNamed(department, 'dai') as ReportDefinition;
  const { history, plan } = department;
  const theirs = new Map([['bao-cao-thang', knownFrom(history, issued, plan)]]);
  const known = withTaken(knownFrom(history, own, plan), { department, definition, terms }, theirs);
  return compile({ department, definition, month: term, submissions: new Map<string, Submission>(), known });
}

const month = (term: string, value: string, more: Partial<IssuedFigures> = {}): IssuedFigures => ({
  month: term,
  figures: { 'xuat-khau': value },
  ...more,
});
const quarter = [month('2025-07', '10.5'), month('2025-08', '20'), month('2025-09', '30')];
const figure = (said: Said) => told(said).figures[0];
const amount = (said: Said) => figure(said)?.value;

describe('what a report takes from one of shorter terms', () => {
  it('is asked of no unit', () => {
    const department = office();
    const definition = reportNamed(department, 'dai') as ReportDefinition;
    expect(owedBy(definition, 'phong-a', '2025-Q3').indicators).toEqual([]);
  });

  it('is the sum of the months issued of a flow and of a count, in whichever order, to the last decimal', () => {
    const cents = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
    fc.assert(
      fc.property(fc.tuple(cents, cents, cents), fc.constantFrom('flow', 'count'), (values, kind) => {
        const issued = values.map((value, at) => month(`2025-0${at + 7}`, (value / 100).toFixed(2))).toReversed();
        const total = (values[0] + values[1] + values[2]) / 100;
        const said = amount({ department: office({ kind: kind as 'flow' | 'count' }), issued });
        expect(Number(said)).toBeCloseTo(total, 2);
      }),
    );
    expect(amount({ department: office(), issued: quarter })).toBe('60.5');
  });

  it('is of a stock the last value, and of a rate the last one told; of an index nothing', () => {
    expect(amount({ department: office({ kind: 'stock' }), issued: quarter })).toBe('30');
    expect(amount({ department: office({ kind: 'rate' }), issued: quarter })).toBe('30');
    expect(figure({ department: office({ kind: 'index' }), issued: quarter })).toMatchObject({ state: 'missing' });
  });

  it('is an estimate as soon as one went into it, and of a stock only when the last is', () => {
    const issued = [month('2025-07', '1', { estimated: ['xuat-khau'] }), ...quarter.slice(1)];
    expect(figure({ department: office(), issued })?.state).toBe('estimated');
    expect(figure({ department: office({ kind: 'stock' }), issued })?.state).toBe('reported');
  });

  it('is compared with the terms made in the same way, and told for the year so far, and beside the plan', () => {
    const issued = [
      ...['01', '02', '03', '04', '05', '06'].map(each => month(`2025-${each}`, '5')),
      ...['07', '08', '09'].map(each => month(`2024-${each}`, '20')),
      ...quarter,
    ];
    const plan = [{ year: 2025, indicator: 'xuat-khau', value: '181' }];
    const department = office({}, {}, { plan });
    expect(figure({ department, issued })?.measures).toEqual({
      value: '60.5',
      previous: '15',
      'last-year': '60',
      'year-to-date': '90.5',
      plan: '181',
    });
    const own = { ...department, plan: [...plan, { year: 2025, indicator: 'ca-ky', value: '362' }] };
    expect(figure({ department: own, issued })?.measures?.plan).toBe('362');
  });

  it.each([
    ['half-year', '2025-S1', ['01', '02', '03', '04', '05', '06']],
    ['nine-months', '2025-9M', ['01', '02', '03', '04', '05', '06', '07', '08', '09']],
    ['year', '2025', ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']],
  ] as const)('is made of all months of a %s', (cadence, term, months) => {
    const department = office({}, { cadence, first: term });
    const issued = months.map(each => month(`2025-${each}`, '1.5'));
    expect(amount({ department, term, issued, terms: [term] })).toBe(String(1.5 * months.length));
    const definition = reportNamed(department, 'dai') as ReportDefinition;
    const needed = termsTaken({ department, definition, terms: [term] }).get('bao-cao-thang');
    expect(needed).toEqual(issued.map(each => each.month));
  });

  it('counts what the office had before it began, in the history of the months and as a sum of the first ones', () => {
    const line = (period: string, value: string, since?: string) => ({ period, since, indicator: 'xuat-khau', value });
    const history = [line('2025-07', '1'), line('2025-08', '2')];
    expect(amount({ department: office({}, {}, { history }), issued: quarter.slice(2) })).toBe('33');
    const begun = office({}, {}, { history: [line('2025-08', '15', '2025-07'), line('2025-08', '500', '2025-01')] });
    const report = figure({ department: begun, issued: quarter.slice(2) });
    expect(report?.value).toBe('45');
    expect(report?.measures?.['year-to-date']).toBe('530');
  });

  it('is taken as it was last issued: a month restated since is restated in the base', () => {
    const own = [{ month: '2025-Q2', figures: { 'ca-ky': '14' } }];
    expect(figure({ department: office(), issued: quarter, own })?.measures?.previous).toBe('14');
    const issued = [...quarter, ...['04', '05', '06'].map(each => month(`2025-${each}`, '5'))];
    expect(figure({ department: office(), issued, own })?.measures?.previous).toBe('15');
  });
});

describe('a month that was not issued yet', () => {
  const said = { department: office(), issued: [month('2025-07', '10')] };

  it('is named in the sentence, and the figure is not guessed', () => {
    const found = figure(said);
    expect(found).toMatchObject({ state: 'missing', lacks: ['2025-08', '2025-09'], changes: [] });
    expect(found?.value).toBeUndefined();
    expect(found && sentence(taken, found, { term: '2025-Q3' })).toBe(
      'Kim ngạch xuất khẩu quý III/2025 chưa có số liệu tháng 8/2025, tháng 9/2025.',
    );
  });

  it('is named of what is computed from it too', () => {
    const half = { ...taken, code: 'mot-nua', source: undefined, formula: 'ca-ky / 2' };
    const department = office({}, { indicators: [taken, half] });
    expect(told({ ...said, department }).figures[1]).toMatchObject({ state: 'missing', lacks: ['2025-08', '2025-09'] });
    expect(told({ department, issued: quarter }).figures[1]?.value).toBe('30.25');
  });

  it('holds up no stock of which the last month is there', () => {
    expect(amount({ department: office({ kind: 'stock' }), issued: quarter.slice(2) })).toBe('30');
  });
});

describe('what many units owe there', () => {
  const many = { owner: [], owedBy: 'all' as const };
  const by = (term: string, units: Record<string, string>): IssuedFigures => ({
    month: term,
    figures: { 'xuat-khau': '999' },
    units: Object.fromEntries(Object.entries(units).map(([unit, value]) => [unit, { 'xuat-khau': value }])),
  });
  const all = { 'phong-a': '1', 'phong-b': '2', 'phong-c': '4' };

  it('is told of each unit, and one that lacks a month is named and left out of the total', () => {
    const issued = [by('2025-07', all), by('2025-08', { 'phong-a': '1', 'phong-b': '2' }), by('2025-09', all)];
    const found = figure({ department: office(many), issued });
    expect(found).toMatchObject({ value: '9', without: ['phong-c'] });
    expect(found?.units?.map(({ unit, value, lacks }) => [unit, value, lacks])).toEqual([
      ['phong-a', '3', undefined],
      ['phong-b', '6', undefined],
      ['phong-c', undefined, ['2025-08']],
    ]);
  });

  it('lacks a month when no unit has it', () => {
    const found = figure({ department: office(many), issued: [by('2025-07', all), by('2025-08', all)] });
    expect(found).toMatchObject({ state: 'missing', lacks: ['2025-09'] });
    expect(found?.without).toBeUndefined();
  });

  it('keeps what a unit gave that was merged away within the quarter, and waits for nothing more of it', () => {
    const department = office(many);
    const [a, b, c] = department.units;
    const merged = { ...department, units: [a, b, c && { ...c, validTo: '2025-07' }] } as Department;
    const later = { 'phong-a': '1', 'phong-b': '2' };
    const issued = [by('2025-07', all), by('2025-08', later), by('2025-09', later)];
    expect(figure({ department: merged, issued })).toMatchObject({ value: '13' });
    expect(figure({ department: merged, issued })?.without).toBeUndefined();
  });
});
