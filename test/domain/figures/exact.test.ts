import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compared,
  dividedBy,
  type Exact,
  exact,
  exactFrom,
  exactText,
  extreme,
  inFull,
  isZero,
  mean,
  minus,
  plus,
  rounded,
  sum,
  times,
} from '../../../shared/domain/figures/exact.ts';

/** The same numbers in whole-number arithmetic: a fraction of two BigInts, the lower one above nought. */
type Fraction = { over: bigint; under: bigint };

const places = 6;

/** A decimal of up to fifteen digits and its fraction. */
const decimal = fc
  .record({ digits: fc.bigInt(-(10n ** 15n), 10n ** 15n), places: fc.integer({ min: 0, max: places }) })
  .map(({ digits, places }) => ({ text: decimalText(digits, places), over: digits, under: 10n ** BigInt(places) }));

/** A fraction, as what a formula may come to. */
const fraction = fc
  .tuple(
    decimal,
    decimal.filter(({ over }) => over !== 0n),
  )
  .map(([one, other]): { made: Exact; same: Fraction } => ({
    made: dividedBy(exact(one.text), exact(other.text)) as Exact,
    same: divided(one, other),
  }));

function decimalText(digits: bigint, places: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  return `${digits < 0n ? '-' : ''}${whole}${places > 0 ? `.${text.slice(-places)}` : ''}`;
}

function divided(one: Fraction, other: Fraction): Fraction {
  const sign = other.over < 0n ? -1n : 1n;
  return { over: one.over * other.under * sign, under: one.under * other.over * sign };
}

/** Half away from zero, by whole numbers alone. */
function roundedBy({ over, under }: Fraction, decimals: number): string {
  const size = (over < 0n ? -over : over) * 10n ** BigInt(decimals);
  const whole = (2n * size + under) / (2n * under);
  return trimmed(decimalText(over < 0n ? -whole : whole, decimals));
}

function trimmed(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

const operations: [string, (a: Exact, b: Exact) => Exact | undefined, (a: Fraction, b: Fraction) => Fraction][] = [
  ['plus', plus, (a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under })],
  ['minus', minus, (a, b) => ({ over: a.over * b.under - b.over * a.under, under: a.under * b.under })],
  ['times', times, (a, b) => ({ over: a.over * b.over, under: a.under * b.under })],
  ['divided by', dividedBy, divided],
];

describe('an exact number', () => {
  it.each(operations)('%s another is what whole numbers make of it, and rounded once', (_, operate, same) => {
    fc.assert(
      fc.property(fraction, fraction, fc.integer({ min: 0, max: 9 }), (one, other, decimals) => {
        const result = operate(one.made, other.made);
        const nothing = operate === dividedBy && other.same.over === 0n;
        const expected = nothing ? undefined : roundedBy(same(one.same, other.same), decimals);
        expect(result && rounded(result, decimals)).toBe(expected);
      }),
    );
  });

  it('is told from another as whole numbers tell them', () => {
    fc.assert(
      fc.property(fraction, fraction, (one, other) => {
        const [left, right] = [one.same.over * other.same.under, other.same.over * one.same.under];
        expect(compared(one.made, other.made)).toBe(left < right ? -1 : left > right ? 1 : 0);
        expect(compared(one.made, one.made)).toBe(0);
      }),
    );
  });

  it('is the same once it was written down and read again', () => {
    fc.assert(
      fc.property(fraction, ({ made }) => {
        expect(compared(exactFrom(exactText(made)), made)).toBe(0);
      }),
    );
    expect(exactText(exact('138.80'))).toBe('138.8');
    expect(exactText(dividedBy(exact(2480), exact(2548)) as Exact)).toBe('2480/2548');
  });

  it('is divided by nothing into nothing', () => {
    expect(dividedBy(exact(5), exact(0))).toBeUndefined();
    expect(dividedBy(exact(5), minus(exact('0.1'), exact('0.1')))).toBeUndefined();
    expect(isZero(minus(exact('0.3'), plus(exact('0.1'), exact('0.2'))))).toBe(true);
    expect(isZero(exact('0.000000001'))).toBe(false);
  });

  it.each([
    ['0.25', 1, '0.3'],
    ['-0.25', 1, '-0.3'],
    ['-0.04', 1, '0'],
    ['0.949999999', 1, '0.9'],
    ['1250', -2, '1300'],
    ['-1249.9', -2, '-1200'],
    ['100', 2, '100'],
    ['1', 25, '1'],
    ['0.000000001', 25, '0.000000001'],
  ])('%s is rounded to %i decimals once, half away from zero: %s', (value, decimals, written) => {
    expect(rounded(exact(value), decimals)).toBe(written);
  });

  it('is never rounded up by a quotient that is rounded itself', () => {
    // 2.99999999999999999999999 is no 3, though twenty decimals of it are.
    const third = dividedBy(exact(3), exact(1)) as Exact;
    const almost = minus(third, dividedBy(exact(1), times(exact('1000000000000'), exact('1000000000000'))) as Exact);
    expect(rounded(minus(almost, exact('0.5')), 0)).toBe('2');
    expect(rounded(minus(third, exact('0.5')), 0)).toBe('3');
  });

  it('is shown with all its digits, and cut only where they have no end', () => {
    expect(inFull(exact('1.123456789012345'))).toBe('1.123456789012345');
    expect(inFull(dividedBy(exact(2), exact(3)) as Exact)).toBe('0.666666666667');
    expect(inFull(dividedBy(exact(2), exact(3)) as Exact, 2)).toBe('0.67');
  });
});

describe('many numbers', () => {
  const decimals = fc.array(decimal, { minLength: 1, maxLength: 12 });

  it('have one sum and one mean, in whatever order', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 9 }), (all, decimals) => {
        const values = all.map(({ text }) => exact(text));
        const whole = 10n ** BigInt(places);
        const over = all.reduce((so, one) => so + one.over * (whole / one.under), 0n);
        for (const order of [values, values.toReversed()]) {
          expect(rounded(sum(order) as Exact, decimals)).toBe(roundedBy({ over, under: whole }, decimals));
          const same = { over, under: whole * BigInt(all.length) };
          expect(rounded(mean(order) as Exact, decimals)).toBe(roundedBy(same, decimals));
        }
      }),
    );
  });

  it('have a least and a most', () => {
    const values = ['3', '-2', '10', '-2.5', '9.99'].map(exact);
    expect(exactText(extreme(values, 'least') as Exact)).toBe('-2.5');
    expect(exactText(extreme(values, 'most') as Exact)).toBe('10');
  });

  it('have none of these when they are none', () => {
    expect([sum([]), mean([]), extreme([], 'least'), extreme([], 'most')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
