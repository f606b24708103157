import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cadenceOf,
  firstMonthOf,
  lastMonthOf,
  monthsOf,
  Term,
  termAYearBefore,
  termBefore,
  termInWords,
  termShort,
  termsAfter,
  termsEndingIn,
  yearOfTerm,
  yearToDate,
} from '../../../shared/domain/calendar/term.ts';

describe('a term', () => {
  it.each([
    ['2025-10', 'month', '2025-10', '2025-10', '2025-09', '2024-10', 'tháng 10/2025', 'tháng 10'],
    ['2025-01', 'month', '2025-01', '2025-01', '2024-12', '2024-01', 'tháng 01/2025', 'tháng 01'],
    ['2025-Q1', 'quarter', '2025-01', '2025-03', '2024-Q4', '2024-Q1', 'quý I/2025', 'quý I'],
    ['2025-Q3', 'quarter', '2025-07', '2025-09', '2025-Q2', '2024-Q3', 'quý III/2025', 'quý III'],
    ['2025-S1', 'half-year', '2025-01', '2025-06', '2024-S2', '2024-S1', '6 tháng đầu năm 2025', '6 tháng đầu'],
    ['2025-S2', 'half-year', '2025-07', '2025-12', '2025-S1', '2024-S2', '6 tháng cuối năm 2025', '6 tháng cuối'],
    ['2025-9M', 'nine-months', '2025-01', '2025-09', '2024-9M', '2024-9M', '9 tháng đầu năm 2025', '9 tháng đầu'],
    ['2025', 'year', '2025-01', '2025-12', '2024', '2024', 'năm 2025', 'cả năm'],
  ])(
    '%s knows its cadence, months, neighbours and words',
    (term, cadence, first, last, before, yearBefore, words, short) => {
      expect(Term.safeParse(term).success).toBe(true);
      expect([cadenceOf(term), firstMonthOf(term), lastMonthOf(term)]).toEqual([cadence, first, last]);
      expect([termBefore(term), termAYearBefore(term)]).toEqual([before, yearBefore]);
      expect([termInWords(term), termShort(term)]).toEqual([words, short]);
      expect([monthsOf(term)[0], monthsOf(term).at(-1)]).toEqual([first, last]);
    },
  );

  it.each(['2025-13', '2025-00', '2025-Q0', '2025-Q5', '2025-S3', '2025-9m', '2025-', '25', '2025-1', ' 2025', ''])(
    'is not %j',
    text => {
      expect(Term.safeParse(text).success).toBe(false);
    },
  );

  it('sorts as text within its cadence, and is found from the month it ends in', () => {
    const cadences = fc.constantFrom('month', 'quarter', 'half-year', 'nine-months', 'year' as const);
    fc.assert(
      fc.property(
        cadences,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (cadence, from, count) => {
          const [start] = termsEndingIn(cadence, '2010-01', '2012-12') as [Term];
          const [one, later] = [termsAfter(start, from), termsAfter(start, from + count)];
          expect(one < later).toBe(true);
          expect(lastMonthOf(one) < lastMonthOf(later)).toBe(true);
          expect(termsAfter(later, -count)).toBe(one);
          expect(termsEndingIn(cadence, lastMonthOf(one), lastMonthOf(one))).toEqual([one]);
          expect(cadenceOf(one)).toBe(cadence);
        },
      ),
    );
  });

  it('lists only the terms that end within the months', () => {
    expect(termsEndingIn('quarter', '2024-12', '2025-09')).toEqual(['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3']);
    expect(termsEndingIn('nine-months', '2024-10', '2025-12')).toEqual(['2025-9M']);
    expect(termsEndingIn('half-year', '2025-07', '2025-11')).toEqual([]);
  });
});

describe('the year to date', () => {
  it('runs from January to the end of the term', () => {
    expect(yearToDate('2025-10')).toHaveLength(10);
    expect(yearToDate('2025-Q3')[0]).toBe('2025-01');
    expect(yearToDate('2025-S2')).toHaveLength(12);
  });

  it('runs from the month a crop or school year begins in', () => {
    expect(yearToDate('2025-10', 9)).toEqual(['2025-09', '2025-10']);
    expect(yearToDate('2025-08', 9)).toHaveLength(12);
    expect([yearOfTerm('2025-08', 9), yearOfTerm('2025-09', 9), yearOfTerm('2025-08')]).toEqual([2024, 2025, 2025]);
  });
});
