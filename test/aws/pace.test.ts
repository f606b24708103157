import { describe, expect, it } from 'vitest';
import { paced } from '../../shared/aws/pace.ts';

const fast = 1_000;
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const rest = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds));

describe('pace', () => {
  it('begins each in order, and says how many', async () => {
    const begun: number[] = [];
    const act = async (item: number) => {
      begun.push(item);
      return 'go on' as const;
    };
    expect(await paced(numbers(5), fast, act)).toBe(5);
    expect(begun).toEqual(numbers(5));
    expect(await paced([], fast, act)).toBe(0);
  });

  it('is no faster than it is set, however fast each is done', async () => {
    const from = performance.now();
    await paced(numbers(4), 50, async () => 'go on');
    expect(performance.now() - from).toBeGreaterThan(4 * 20 - 5);
  });

  it('is no slower for those that take long: the next is begun meanwhile, and all are waited for', async () => {
    let done = 0;
    const act = async () => {
      await rest(60);
      done += 1;
      return 'go on' as const;
    };
    const from = performance.now();
    await paced(numbers(10), fast, act);
    expect(done).toBe(10);
    expect(performance.now() - from).toBeLessThan(10 * 60);
  });

  it('begins nothing more once one says stop, and counts what was begun', async () => {
    const act = async (item: number) => (item === 2 ? 'stop' : 'go on');
    expect(await paced(numbers(50), fast, act as () => Promise<'stop' | 'go on'>)).toBeLessThan(10);
  });

  it('stays stopped, though others begun before go on', async () => {
    let begun = 0;
    const act = async (item: number) => {
      begun += 1;
      await rest(item === 0 ? 5 : 10);
      return item === 0 ? ('stop' as const) : ('go on' as const);
    };
    await paced(numbers(200), 200, act);
    expect(begun).toBeLessThan(20);
  });

  it('begins nothing more once one fails, waits for the others, and fails with it', async () => {
    let begun = 0;
    let done = 0;
    const act = async (item: number) => {
      begun += 1;
      if (item === 1) throw new Error('hỏng');
      await rest(20);
      done += 1;
      return 'go on' as const;
    };
    await expect(paced(numbers(50), fast, act)).rejects.toThrow('hỏng');
    expect([done === begun - 1, begun < 10]).toEqual([true, true]);
  });
});
