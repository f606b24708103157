import { expect, it } from 'vitest';
import { readDate } from '../../../shared/domain/calendar/typed-date.ts';

it.each([
  ['31/10/2025', '2025-10-31'],
  [' 1/2/2025 ', '2025-02-01'],
  ['01-02-2025', '2025-02-01'],
  ['1.2.2025', '2025-02-01'],
  ['2025-10-31', '2025-10-31'],
  ['29/2/2024', '2024-02-29'],
  ['31102025', '2025-10-31'],
])('%j is a date as people or programs type it', (typed, date) => {
  expect(readDate(typed)).toBe(date);
});

it.each([
  '',
  '31/10/25',
  '10/2025',
  '10/31/2025',
  '29/2/2025',
  '31/10-2025',
  '2025-13-01',
  '31 tháng 10',
  '45961',
  '20251031',
  '19121020',
  '3110',
])('%j is none: nothing is guessed', typed => {
  expect(readDate(typed)).toBeUndefined();
});
