import { expect, it } from 'vitest';
import { roman } from '../../../shared/domain/letter/roman.ts';

it.each([
  [1, 'I'],
  [16, 'XVI'],
  [49, 'XLIX'],
  [90, 'XC'],
  [444, 'CDXLIV'],
  [1999, 'MCMXCIX'],
  [3999, 'MMMCMXCIX'],
  [4000, '4000'],
  [1e9, '1000000000'],
  [0, ''],
])('%i is written %s', (number, written) => {
  expect(roman(number)).toBe(written);
});
