import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeFrom as change } from '../../../shared/domain/figures/change.ts';
import { exact } from '../../../shared/domain/figures/exact.ts';
import type { Comparison } from '../../../shared/domain/office/indicator.ts';

const changeFrom = (base: string, value: string, comparison: Comparison) => {
  const { as: _, ...told } = change(exact(base), exact(value), comparison) ?? {};
  return 'direction' in told ? told : undefined;
};

const percent: Comparison = { with: 'previous-month', as: 'percent', decimals: 1 };

describe('a change', () => {
  it.each([
    ['104.35', '101.99', 2, 'down', '2.26'],
    ['3604', '3781', 1, 'up', '4.9'],
    ['3862', '3781', 1, 'down', '2.1'],
    ['130.7', '138.8', 1, 'up', '6.2'],
    ['118.2', '138.8', 1, 'up', '17.4'],
    ['217.2', '215', 1, 'down', '1'],
    ['125', '215', 1, 'up', '72'],
  ])('from %s to %s is what the letter of 10/2021 says', (base, value, decimals, direction, amount) => {
    expect(changeFrom(base, value, { ...percent, decimals })).toEqual({ direction, amount });
  });

  it('is rounded half away from zero, once', () => {
    expect(changeFrom('1000', '1000.5', percent)).toEqual({ direction: 'up', amount: '0.1' });
    expect(changeFrom('1000', '999.5', percent)).toEqual({ direction: 'down', amount: '0.1' });
    // 0.0499…9: rounded twice it would be 0.1
    expect(changeFrom('3000000000000', '3001499999999.9', percent)).toEqual({ direction: 'flat', amount: '0' });
  });

  it('that rounds to nothing is none, so that no letter says "tăng 0%"', () => {
    expect(changeFrom('1000', '1000.4', percent)).toEqual({ direction: 'flat', amount: '0' });
    expect(changeFrom('5', '5', percent)).toEqual({ direction: 'flat', amount: '0' });
  });

  it('is not told against a base of zero or below: a percentage of it means nothing', () => {
    expect(changeFrom('0', '5', percent)).toBeUndefined();
    expect(changeFrom('-4', '5', percent)).toBeUndefined();
  });

  it('may fall below nothing', () => {
    expect(changeFrom('100', '-50', percent)).toEqual({ direction: 'down', amount: '150' });
  });

  it('in points is the difference itself, whatever the base', () => {
    expect(changeFrom('0', '2.5', { ...percent, as: 'points' })).toEqual({ direction: 'up', amount: '2.5' });
    expect(changeFrom('98.2', '97.1', { ...percent, as: 'points' })).toEqual({ direction: 'down', amount: '1.1' });
  });

  it('as an amount is the difference itself too, with the decimals that are asked', () => {
    const amount = { ...percent, as: 'amount', decimals: 2 } as const;
    expect(changeFrom('2134', '1734', amount)).toEqual({ direction: 'down', amount: '400' });
    expect(changeFrom('0', '1.25', amount)).toEqual({ direction: 'up', amount: '1.25' });
    expect(changeFrom('5', '5', amount)).toEqual({ direction: 'flat', amount: '0' });
  });

  it('is exact: it agrees with whole-number arithmetic for any figures', () => {
    const whole = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 10_000_000 }), (base, value) => {
        const tenths = 1_000n * BigInt(value - base);
        const size = tenths < 0n ? -tenths : tenths;
        const rounded = (2n * size + BigInt(base)) / (2n * BigInt(base));
        const told = changeFrom(String(base), String(value), percent);
        expect(told && Number(told.amount) * 10).toBeCloseTo(Number(rounded), 6);
        expect(told?.direction).toBe(rounded === 0n ? 'flat' : tenths > 0n ? 'up' : 'down');
      }),
    );
  });
});
