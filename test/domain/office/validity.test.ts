import { describe, expect, it } from 'vitest';
import { termItStoodIn } from '../../../shared/domain/office/validity.ts';

describe('the last term something stood in', () => {
  it.each([
    [{}, '2025-06', '2025-05'],
    [{ months: [6, 12] }, '2025-06', '2024-12'],
    [{ months: [6] }, '2025-06', '2024-06'],
    [{ months: [9] }, '2025-Q3', '2024-Q3'],
    [{ months: [6, 12], validFrom: '2025-01' }, '2025-06', undefined],
    [{ validTo: '2025-03' }, '2025-05', '2025-03'],
  ])('of %j before %s is %s', (valid, term, before) => {
    expect(termItStoodIn(valid, term)).toBe(before);
  });
});
