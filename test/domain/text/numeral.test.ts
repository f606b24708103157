import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumeral, writeNumeral } from '../../../shared/domain/text/numeral.ts';

describe('a numeral typed by a clerk', () => {
  it.each([
    ['3781', '3781'],
    ['3.781', '3781'],
    ['1.234.567', '1234567'],
    ['138,8', '138.8'],
    ['1.234,5', '1234.5'],
    ['0,125', '0.125'],
    ['-2,26', '-2.26'],
    ['\u22125', '-5'],
    [' 3\u00a0781 ', '3781'],
    ['007', '7'],
    ['12 345 678', '12345678'],
    ['12 345,67', '12345.67'],
    ['- 5', '-5'],
    ['123456789012345', '123456789012345'],
    [`${' '.repeat(63)}7`, '7'],
  ])('%j has one meaning in Việt Nam: %s', (typed, value) => {
    expect(readNumeral(typed)).toEqual({ kind: 'number', value });
  });

  it.each([
    ['138.8', ['138,8']],
    ['1,234', ['1.234', '1,2340']],
    ['0.125', ['0,125']],
    ['1,234.5', ['1.234,5']],
    ['-12.5', ['-12,5']],
    ['1,234,567', ['1.234.567']],
    ['12,345,678.95', ['12.345.678,95']],
  ])('%j may have been meant the English way, so it is asked about', (typed, readings) => {
    expect(readNumeral(typed)).toEqual({ kind: 'ambiguous', readings });
  });

  it.each([
    '',
    ' ',
    '-',
    'ba nghìn',
    '1e9',
    '12.34.56',
    '1..2',
    '١٢٣',
    '１２',
    '1234567890123456',
    '=1+1',
    'Infinity',
    '0x10',
    'a1.234',
    '1.234x',
    'a1 234',
    '1 234x',
    '1 234,x',
    '5-',
    '5 - 3',
    `${' '.repeat(64)}7`,
    '12\u00a034',
  ])('%j is no number', typed => {
    expect(readNumeral(typed)).toEqual({ kind: 'invalid' });
  });

  it('means, when it is asked about, what the readings say: each of them has one meaning', () => {
    for (const typed of ['138.8', '1,234', '0.125', '1,234.5', '1,234,567']) {
      const numeral = readNumeral(typed);
      if (numeral.kind !== 'ambiguous') throw new Error(`${typed} is not ambiguous`);
      expect(numeral.readings.map(reading => readNumeral(reading).kind)).toEqual(numeral.readings.map(() => 'number'));
    }
  });

  it('is read back as it was written', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }))
      .map(([digits, decimals]) => (digits / 10 ** decimals).toFixed(decimals))
      // "1,234" is asked about, so it is not among what must come back.
      .filter(value => !/^-?[1-9]\d{0,2}\.\d{2}[1-9]$/.test(value));
    fc.assert(
      fc.property(decimal, value => {
        const read = readNumeral(writeNumeral(value));
        expect(read.kind).toBe('number');
        expect(read.kind === 'number' && Number(read.value)).toBe(Number(value) + 0);
      }),
    );
  });
});

describe('a numeral in the letter', () => {
  it.each([
    ['3781', undefined, '3.781'],
    ['138.80', undefined, '138,8'],
    ['215', undefined, '215'],
    ['-1234567.5', undefined, '-1.234.567,5'],
    ['0.25', 1, '0,3'],
    ['-0.25', 1, '-0,3'],
    ['1.04', 1, '1'],
    ['-0.04', 1, '0'],
    ['0.5', undefined, '0,5'],
    ['100000', undefined, '100.000'],
  ])('%s to %s decimals is %s', (value, decimals, written) => {
    expect(writeNumeral(value, decimals)).toBe(written);
  });
});
