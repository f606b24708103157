import { expect, it } from 'vitest';
import { gapsIn, isLost, nextNumber, numberPrinted, whyNotNumber } from '../../../shared/domain/issuing/numbers.ts';

const given = [3, 9, 4].map(number => ({ number, date: '2021-11-16' }));

it('gives the number after the last one, and shows those passed over', () => {
  expect([nextNumber([]), nextNumber(given)]).toEqual([1, 10]);
  expect([gapsIn([]), gapsIn(given), gapsIn([{ number: 1 }, { number: 3 }])]).toEqual(['', '5–8', '2']);
  expect([numberPrinted(7), numberPrinted(123)]).toEqual(['07', '123']);
});

it('shows a number that no letter bears any more among those passed over', () => {
  expect(gapsIn(given, [{ number: 4 }])).toBe('4–8');
  expect(gapsIn(given, [{ number: 3 }, { number: 9 }])).toBe('3, 5–9');
  const [stands, withdrawn] = (['number', 'withdrawn'] as const).map(place => ({
    passage: { steps: ['number' as const], stands: place, acts: [] },
  }));
  const numbered = { numbered: { number: 4, date: '2021-11-16' } };
  expect([stands, withdrawn, numbered].map(owner => owner && isLost({ number: 4 }, owner))).toEqual([
    false,
    true,
    false,
  ]);
  expect(isLost({ number: 3 }, numbered)).toBe(true);
});

it.each([
  [10, undefined],
  [99_999, undefined],
  [9, 'đã cấp cho văn bản khác, ngày 16/11/2021'],
  [5, 'lùi ngày'],
  [0, 'số nguyên từ 1'],
  [1.5, 'số nguyên từ 1'],
  [Number.NaN, 'số nguyên từ 1'],
  [100_000, 'số nguyên từ 1'],
])('takes %s from the office’s own book, or says why not: %s', (number, why) => {
  const said = whyNotNumber(number, given);
  if (why === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(why);
});
