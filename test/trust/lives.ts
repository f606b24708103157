import { AsyncLocalStorage } from 'node:async_hooks';
import fc from 'fast-check';
import type { Point } from './crash.ts';

/** Where a process ends: before its `call`-th call takes effect, or after it did and before the answer arrives. */
export const End = fc.record({
  call: fc.integer({ min: 1, max: 16 }),
  when: fc.constantFrom('before' as const, 'after' as const),
});

type Life = { calls: number; ends: Point | undefined };
const lives = new AsyncLocalStorage<Life>();

/** Thrown where a process ends; every later call of it is refused too, as if it were not made. */
const ended = new Error('the process has ended');

/** Does `work` as a process that ends there; 'nothing' when it ended before it was done. */
export async function living<Output>(
  ends: Point | undefined,
  work: () => Promise<Output>,
): Promise<Output | 'nothing'> {
  try {
    return await lives.run({ calls: 0, ends }, work);
  } catch (error) {
    if (error === ended) return 'nothing';
    throw error;
  }
}

/** To be asked before a call of AWS takes effect, and after. @throws when the process that makes it has ended */
export function liveOn(when: Point['when']): void {
  const life = lives.getStore();
  if (!life) return;
  if (when === 'before') life.calls += 1;
  const { calls, ends } = life;
  if (ends && (calls > ends.call || (calls === ends.call && when === ends.when))) throw ended;
}
