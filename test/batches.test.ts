import { describe, expect, it } from 'vitest';
import { inBatches } from '../shared/batches.ts';

describe('work in batches', () => {
  it('gives the results in the order of the items, whichever is done first', async () => {
    const waits = [3, 1, 2, 0];
    const work = async (wait: number) => {
      for (let turn = 0; turn < wait; turn += 1) await Promise.resolve();
      return wait * 10;
    };
    expect(await inBatches(waits, 4, work)).toEqual([30, 10, 20, 0]);
    expect(await inBatches([], 4, work)).toEqual([]);
  });

  it('is done so many at a time, and never more', async () => {
    let running = 0;
    let most = 0;
    await inBatches(Array.from({ length: 20 }), 4, async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    });
    expect(most).toBe(4);
  });

  it('is done once for each item, though there are fewer than could be done at a time', async () => {
    const done: number[] = [];
    await inBatches([1, 2], 50, async item => done.push(item));
    expect(done).toEqual([1, 2]);
  });

  it('fails with the first that fails', async () => {
    const failing = inBatches([1, 2, 3], 2, async item => {
      if (item === 2) throw new Error('hỏng');
    });
    await expect(failing).rejects.toThrow('hỏng');
  });
});
