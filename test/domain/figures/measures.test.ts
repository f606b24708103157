import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asking, Given, ListRow } from '../../../shared/domain/figures/asking.ts';
import { exactText } from '../../../shared/domain/figures/exact.ts';
import type { Figure } from '../../../shared/domain/figures/figure.ts';
import type { IssuedFigures } from '../../../shared/domain/figures/issued-figures.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { type Measures, measuresOf } from '../../../shared/domain/figures/measures.ts';
import type { MeasureName } from '../../../shared/domain/figures/one-measure.ts';
import { readFormula } from '../../../shared/domain/office/formula.ts';
import type { HistoricFigure } from '../../../shared/domain/office/historic-figure.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import type { List } from '../../../shared/domain/office/list.ts';
import type { PlannedFigure } from '../../../shared/domain/office/planned-figure.ts';
import { exports } from '../an-office.ts';

const units = ['a', 'b', 'c'];

/** Owed by every unit, unless something else is said. */
function indicator(code: string, more: Partial<Indicator> = {}): Indicator {
  const shared = more.formula === undefined && more.owner === undefined ? { owedBy: 'all' as const } : {};
  return { ...exports, code, owner: [], limits: {}, yearToDate: { comparisons: [] }, ...shared, ...more };
}

const works: List = {
  id: 'du-an',
  name: 'Dự án',
  owedBy: 'all',
  columns: [
    { code: 'ten', name: 'Tên', kind: 'text' },
    { code: 'von', name: 'Vốn', kind: 'number' },
  ],
};

/** A figure as handed in: its value, an estimate "~5", none "-", or one that restates the term before, "5<4". */
function figure(written: string): Figure {
  if (written === '-') return { state: 'none', changes: {} };
  const [value = '', restates] = written.replace('~', '').split('<');
  return { state: written.startsWith('~') ? 'estimated' : 'reported', value, restates, changes: {} };
}

type Told = {
  term?: string;
  yearBegins?: number;
  indicators: Indicator[];
  lists?: List[];
  /** By unit its figures by code; a unit that is not named did not hand in. */
  given?: Record<string, Record<string, string>>;
  rows?: Record<string, ListRow[]>;
  history?: HistoricFigure[];
  issued?: IssuedFigures[];
  plans?: PlannedFigure[];
};

function measures({ term = '2025-10', given = {}, rows = {}, lists = [], ...told }: Told): Measures {
  const { indicators, history = [], issued, plans, yearBegins } = told;
  const handedIn = [...new Set([...Object.keys(given), ...Object.keys(rows)])].map((unit): [string, Given] => [
    unit,
    {
      figures: Object.fromEntries(Object.entries(given[unit] ?? {}).map(([code, written]) => [code, figure(written)])),
      lists: rows[unit] ? { 'du-an': rows[unit] } : {},
    },
  ]);
  const owing: Asking['owing'] = ({ owedBy, owner = [] }) =>
    owedBy === 'all' ? units : (owedBy ?? owner.map(({ unit }) => unit));
  const known = knownFrom(history, issued, plans);
  const formulas = new Map(
    indicators.flatMap(({ code, formula = '' }) => {
      const read = readFormula(formula);
      return 'formula' in read ? [[code, read.formula] as const] : [];
    }),
  );
  return measuresOf({ term, yearBegins, indicators, formulas, lists, known, given: new Map(handedIn), units, owing });
}

/** The measure as a report keeps it, "~" before it where an estimate is in it. */
function told(of: Measures, measure: MeasureName, code: string, unit?: string): string | undefined {
  const found = of.of(measure, code, unit);
  return found && `${found.estimated ? '~' : ''}${exactText(found.exact)}`;
}

const months = (code: string, values: Record<string, string>, unit?: string): HistoricFigure[] =>
  Object.entries(values).map(([period, value]) => ({ period, indicator: code, unit, value }));

describe('a total over units', () => {
  it('is the sum of theirs, whatever their order, in every measure', () => {
    const amount = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map(cents => (cents / 100).toFixed(2));
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount), fc.tuple(amount, amount, amount), (now, before) => {
        const cents = (all: string[]) => all.reduce((so, one) => so + BigInt(one.replace('.', '')), 0n);
        const all = measures({
          indicators: [indicator('x')],
          given: Object.fromEntries(units.map((unit, at) => [unit, { x: now[at] ?? '' }]).toReversed()),
          history: units.flatMap((unit, at) => months('x', { '2025-09': before[at] ?? '' }, unit)),
        });
        const inCents = (measure: MeasureName) => BigInt(Math.round(Number(told(all, measure, 'x')) * 100));
        expect(inCents('value')).toBe(cents(now));
        expect(inCents('previous')).toBe(cents(before));
      }),
    );
  });

  it('leaves a unit that is missing out of itself, its base, its year so far and its plan alike', () => {
    const of = measures({
      indicators: [indicator('x')],
      given: { a: { x: '10' }, b: { x: '20' } },
      issued: Array.from({ length: 9 }, (_, at) => ({
        month: `2025-0${at + 1}`,
        figures: { x: '700' },
        units: { a: { x: '1' }, b: { x: '2' }, c: { x: '600' } },
      })),
      history: units.flatMap((unit, at) => months('x', { '2024-10': ['5', '6', '900'][at] ?? '' }, unit)),
      plans: units.map((unit, at) => ({ year: 2025, indicator: 'x', unit, value: ['100', '200', '9000'][at] ?? '' })),
    });
    expect(of.missing('x')).toEqual(['c']);
    expect(told(of, 'value', 'x')).toBe('30');
    expect(told(of, 'previous', 'x')).toBe('3');
    expect(told(of, 'last-year', 'x')).toBe('11');
    expect(told(of, 'plan', 'x')).toBe('300');
    // 9 · (1 + 2) + 30
    expect(told(of, 'year-to-date', 'x')).toBe('57');
  });

  it('falls back on what the office knows as one number only when no unit is missing', () => {
    const known = { indicators: [indicator('x')], history: months('x', { '2025-09': '40' }) };
    expect(told(measures({ ...known, given: { a: { x: '1' }, b: { x: '2' }, c: { x: '-' } } }), 'previous', 'x')).toBe(
      '40',
    );
    expect(told(measures({ ...known, given: { a: { x: '1' }, b: { x: '2' } } }), 'previous', 'x')).toBeUndefined();
  });

  it('is not known of a base that one of its units lacks', () => {
    const given = { a: { x: '1' }, b: { x: '2' }, c: { x: '3' } };
    const history = months('x', { '2025-09': '1' }, 'a');
    expect(told(measures({ indicators: [indicator('x')], given, history }), 'previous', 'x')).toBeUndefined();
  });

  it.each([
    ['sum', '6'],
    ['mean', '6/3'],
    ['least', '1'],
    ['most', '3'],
    ['none', undefined],
  ] as const)('may be their %s', (total, value) => {
    const given = { a: { x: '2' }, b: { x: '1' }, c: { x: '3' } };
    expect(told(measures({ indicators: [indicator('x', { total })], given }), 'value', 'x')).toBe(value);
  });

  it('is none of rates and indices, and that of nobody is none', () => {
    const given = { a: { x: '2' }, b: { x: '1' }, c: { x: '3' } };
    for (const kind of ['rate', 'index'] as const)
      expect(told(measures({ indicators: [indicator('x', { kind })], given }), 'value', 'x')).toBeUndefined();
    expect(told(measures({ indicators: [indicator('x')] }), 'value', 'x')).toBeUndefined();
  });

  it('takes "không phát sinh" for nought, and knows when an estimate is in it', () => {
    const of = measures({ indicators: [indicator('x')], given: { a: { x: '-' }, b: { x: '~2' }, c: { x: '3' } } });
    expect(told(of, 'value', 'x')).toBe('~5');
    expect(told(of, 'value', 'x', 'a')).toBe('0');
    expect(told(of, 'value', 'x', 'b')).toBe('~2');
    expect(of.missing('x')).toEqual([]);
  });
});

describe('the year so far', () => {
  const own = { owner: [{ unit: 'a' }] };
  const flow = indicator('x', own);
  const year = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`2025-0${at + 1}`, String(2 ** at)]));
  const ninth = { indicators: [flow], given: { a: { x: '1000' } } };

  it('of a flow is the sum of its terms; one that is not known leaves it unknown', () => {
    expect(told(measures({ ...ninth, history: months('x', year) }), 'year-to-date', 'x')).toBe('1511');
    for (const gone of Object.keys(year)) {
      const rest = Object.fromEntries(Object.entries(year).filter(([month]) => month !== gone));
      expect(told(measures({ ...ninth, history: months('x', rest) }), 'year-to-date', 'x')).toBeUndefined();
    }
  });

  it('takes what is restated in place of what was issued', () => {
    const restated = { ...ninth, given: { a: { x: '1000<300' } }, history: months('x', year) };
    // 511 − 256 + 300 + 1000
    expect(told(measures(restated), 'year-to-date', 'x')).toBe('1555');
    expect(told(measures(restated), 'previous', 'x')).toBe('300');
  });

  it('is an estimate when one of its terms is', () => {
    const history = months('x', year).map(one => ({ ...one, estimated: one.period === '2025-03' }));
    expect(told(measures({ ...ninth, history }), 'year-to-date', 'x')).toBe('~1511');
  });

  it('of an office that starts within a year is the sum it has, with what came after, and what was restated since', () => {
    const sum = { period: '2025-08', since: '2025-01', indicator: 'x', value: '5000' };
    const from = (history: HistoricFigure[], x = '1000') =>
      told(measures({ ...ninth, given: { a: { x } }, history }), 'year-to-date', 'x');
    expect(from([sum, ...months('x', { '2025-09': '7' })])).toBe('6007');
    expect(from([sum])).toBeUndefined();
    expect(from([{ ...sum, since: '2025-02' }, ...months('x', { '2025-09': '7' })])).toBeUndefined();
    // The longer sum wins, and September, which is within it, is exchanged as restated: 6000 − 7 + 9 + 1000.
    const longer = { ...sum, period: '2025-09', value: '6000' };
    expect(from([longer, sum, ...months('x', { '2025-09': '7' })], '1000<9')).toBe('7002');
    // What is restated of a month that nobody knows within the sum cannot be exchanged in it.
    expect(from([longer], '1000<9')).toBe('7000');
  });

  it.each([
    ['stock', '1000'],
    ['rate', undefined],
    ['index', undefined],
    ['count', '1511'],
  ] as const)('of a %s is no sum of rates, and of a stock its last value', (kind, value) => {
    const of = measures({ ...ninth, indicators: [indicator('x', { ...own, kind })], history: months('x', year) });
    expect(told(of, 'year-to-date', 'x')).toBe(value);
  });

  it('begins in the month that the office’s years begin in', () => {
    const history = months('x', { ...year, '2024-09': '9', '2024-10': '2', '2024-11': '4', '2024-12': '8' });
    const school = { ...ninth, yearBegins: 9, history };
    // September and October 2025; in 2024 the same two months.
    expect(told(measures(school), 'year-to-date', 'x')).toBe('1256');
    expect(told(measures(school), 'year-to-date-last-year', 'x')).toBe('11');
    // Until June all since last September.
    const june = measures({ ...school, term: '2025-06', given: { a: { x: '100' } } });
    expect(told(june, 'year-to-date', 'x')).toBe(String(9 + 2 + 4 + 8 + 1 + 2 + 4 + 8 + 16 + 100));
  });

  it('goes on over quarters', () => {
    const quarters = months('x', { '2025-Q1': '1', '2025-Q2': '2', '2024-Q1': '10', '2024-Q2': '20', '2024-Q3': '40' });
    const of = measures({ ...ninth, term: '2025-Q3', history: quarters });
    expect(told(of, 'year-to-date', 'x')).toBe('1003');
    expect(told(of, 'year-to-date-last-year', 'x')).toBe('70');
    expect(told(of, 'previous', 'x')).toBe('2');
    expect(told(of, 'last-year', 'x')).toBe('40');
  });
});

describe('a plan', () => {
  const x = indicator('x', { owner: [{ unit: 'a' }] });
  const plans = [
    { year: 2025, indicator: 'x', value: '120', from: '2025-07' },
    { year: 2025, indicator: 'x', value: '100' },
    { year: 2025, indicator: 'x', value: '80', source: 'trung-uong' },
    { year: 2024, indicator: 'x', value: '7' },
  ];

  it.each([
    ['2025-06', '100'],
    ['2025-07', '120'],
    ['2025-12', '120'],
    ['2026-01', undefined],
  ])('is that of the year, as adjusted from a month on: by %s %s', (term, plan) => {
    expect(told(measures({ indicators: [x], term, plans }), 'plan', 'x')).toBe(plan);
  });

  it('may stand beside another', () => {
    const of = measures({ indicators: [x], plans });
    expect(told(of, 'plan.trung-uong', 'x')).toBe('80');
    expect(told(of, 'plan.tinh', 'x')).toBeUndefined();
  });

  it('is that of the year the term began in, where years begin in another month', () => {
    expect(told(measures({ indicators: [x], term: '2025-06', yearBegins: 9, plans }), 'plan', 'x')).toBe('7');
  });
});

describe('what a formula makes', () => {
  const [x, y] = [indicator('x'), indicator('y')];
  const ratio = indicator('z', { kind: 'rate', formula: 'y / x * 100' });
  const all = { a: { x: '4', y: '1' }, b: { x: '8', y: '2' }, c: { x: '3', y: '3' } };

  it('is made of the totals, and of each unit’s own', () => {
    const of = measures({ indicators: [x, y, ratio], given: all });
    expect(told(of, 'value', 'z')).toBe('600/15');
    expect(told(of, 'value', 'z', 'a')).toBe('100/4');
    expect(of.units('z')).toEqual(units);
  });

  it('leaves out of every part a unit that lacks one of them', () => {
    const of = measures({ indicators: [x, y, ratio], given: { ...all, c: { x: '3' } } });
    expect(of.missing('z')).toEqual(['c']);
    // (1 + 2) / (4 + 8), though the total of x is 15.
    expect(told(of, 'value', 'x')).toBe('15');
    expect(told(of, 'value', 'z')).toBe('300/12');
    expect(told(of, 'value', 'z', 'c')).toBeUndefined();
  });

  it('is nothing where there is nothing to divide by', () => {
    const given = { a: { x: '0', y: '1' }, b: { x: '-', y: '0' }, c: { x: '0', y: '0' } };
    expect(told(measures({ indicators: [x, y, ratio], given }), 'value', 'z')).toBeUndefined();
  });

  it('is made anew of the term before, unrounded and as restated, before it is taken as it was issued', () => {
    const before = [
      {
        month: '2025-09',
        figures: { z: '33.3' },
        units: { a: { x: '1', y: '1' }, b: { x: '1', y: '0' }, c: { x: '1', y: '0' } },
      },
    ];
    const of = measures({ indicators: [x, y, ratio], given: { ...all, a: { x: '4', y: '1<2' } }, issued: before });
    expect(told(of, 'previous', 'z')).toBe('200/3');
    const issued = [{ month: '2025-09', figures: { z: '33.3' } }];
    expect(told(measures({ indicators: [x, y, ratio], given: all, issued }), 'previous', 'z')).toBe('33.3');
    expect(told(measures({ indicators: [x, y, ratio], given: { a: all.a }, issued }), 'previous', 'z')).toBeUndefined();
  });

  it('goes through other formulas, and knows of an estimate in any', () => {
    const more = indicator('t', { formula: 'z + 1' });
    const of = measures({ indicators: [more, ratio, x, y], given: { ...all, b: { x: '~8', y: '2' } } });
    expect(told(of, 'value', 't')).toBe('~615/15');
    expect(of.missing('t')).toEqual([]);
  });

  it('that leads back to itself comes to an end, with nothing', () => {
    const [one, other] = [indicator('x', { formula: 'y + 1' }), indicator('y', { formula: 'x + 1' })];
    const of = measures({ indicators: [one, other] });
    expect([told(of, 'value', 'x'), told(of, 'value', 'y'), of.missing('x'), of.units('y')]).toEqual([
      undefined,
      undefined,
      [],
      [],
    ]);
  });

  it.each([
    ['sum(x)', '15'],
    ['mean(x)', '15/3'],
    ['least(x)', '3'],
    ['most(x)', '8'],
    ['count(x)', '3'],
    ['x - most(x)', '7'],
    ['nobody + 1', undefined],
  ])('over units, %s', (formula, value) => {
    expect(told(measures({ indicators: [x, indicator('t', { formula })], given: all }), 'value', 't')).toBe(value);
  });

  it('over units of an earlier term is not known where one of them is not', () => {
    const history = months('x', { '2025-09': '1' }, 'a');
    for (const formula of ['sum(x)', 'count(x)']) {
      const of = measures({ indicators: [x, indicator('t', { formula })], given: all, history });
      expect(told(of, 'previous', 't')).toBeUndefined();
    }
  });
});

describe('what a formula makes of a list', () => {
  const count = indicator('n', { kind: 'count', formula: 'count(du-an)' });
  const sum = indicator('s', { formula: 'sum(du-an.von)' });
  const asked = { indicators: [count, sum], lists: [works] };
  const rows = {
    a: [
      { ten: 'Một', von: '1.5' },
      { ten: 'Hai', von: '' },
    ],
    b: [{ ten: 'Ba', von: '2' }],
    c: [],
  };

  it('is of all rows, and of each unit’s own; a cell left empty is no number', () => {
    const of = measures({ ...asked, rows });
    expect([told(of, 'value', 'n'), told(of, 'value', 's')]).toEqual(['3', '3.5']);
    expect([told(of, 'value', 'n', 'a'), told(of, 'value', 's', 'a')]).toEqual(['2', '1.5']);
    expect([told(of, 'value', 'n', 'c'), told(of, 'value', 's', 'c')]).toEqual(['0', undefined]);
    expect(of.units('n')).toEqual(units);
  });

  it('names the units that did not hand in; when nobody did it is not known', () => {
    expect(measures({ ...asked, rows: { a: rows.a } }).missing('s')).toEqual(['b', 'c']);
    expect(told(measures(asked), 'value', 'n')).toBeUndefined();
  });

  it('is nought where all handed in and none has a row', () => {
    expect(told(measures({ ...asked, rows: { a: [], b: [], c: [] } }), 'value', 'n')).toBe('0');
    expect(told(measures({ ...asked, given: { a: {}, b: {}, c: {} } }), 'value', 'n')).toBe('0');
  });

  it('is of an earlier term what was issued, and never made of today’s rows', () => {
    const of = measures({ ...asked, rows, issued: [{ month: '2025-09', figures: { s: '9' } }] });
    expect([told(of, 'previous', 's'), told(of, 'previous', 'n'), told(of, 'year-to-date', 'n')]).toEqual([
      '9',
      undefined,
      undefined,
    ]);
  });

  it('takes no name of the language’s own for a list or a column', () => {
    const odd = {
      ...works,
      id: 'constructor',
      columns: [{ code: 'constructor', name: 'Vốn', kind: 'number' as const }],
    };
    const formulas = ['count(constructor)', 'sum(constructor.constructor)'];
    const indicators = formulas.map((formula, at) => indicator(`t${at}`, { formula }));
    const of = measures({ indicators, lists: [odd], given: { a: {} } });
    expect([told(of, 'value', 't0'), told(of, 'value', 't1')]).toEqual(['0', undefined]);
  });
});
