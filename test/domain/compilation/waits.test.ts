import { describe, expect, it } from 'vitest';
import { waits } from '../../../shared/domain/compilation/waits.ts';

const eight = (missing: number) => ({ units: 8, missing });

describe('a letter waits for the coordinator', () => {
  it('where nobody handed in, unless the office says that none is enough', () => {
    expect(waits({ whenMissing: 'issue' }, eight(8))).toBe(true);
    expect(waits({ whenMissing: 'issue' }, eight(7))).toBe(false);
    expect(waits({ whenMissing: 'issue', atLeast: 0 }, eight(8))).toBe(false);
  });

  it('where fewer handed in than the office calls enough', () => {
    expect(waits({ whenMissing: 'issue', atLeast: 6 }, eight(3))).toBe(true);
    expect(waits({ whenMissing: 'issue', atLeast: 6 }, eight(2))).toBe(false);
  });

  it('where the report says that it waits for every unit, however many are enough', () => {
    expect(waits({ whenMissing: 'hold', atLeast: 0 }, eight(1))).toBe(true);
    expect(waits({ whenMissing: 'hold', atLeast: 6 }, eight(0))).toBe(false);
  });

  it('for no more units than owe anything', () => {
    expect(waits({ whenMissing: 'issue', atLeast: 6 }, { units: 3, missing: 0 })).toBe(false);
    expect(waits({ whenMissing: 'issue' }, { units: 0, missing: 0 })).toBe(false);
  });
});
