import { AsyncLocalStorage } from 'node:async_hooks';
import fc from 'fast-check';

/** Where a process ends: before its `call`-th call of AWS takes effect, or after it did and before the answer arrives. */
export const Point = fc.record({
  call: fc.integer({ min: 1, max: 16 }),
  when: fc.constantFrom('before' as const, 'after' as const),
});
export type Point = { call: number; when: 'before' | 'after' };

/** Asked of each call of AWS that a process makes: whether the process ends there. */
export type Ends = (command: unknown) => Point['when'] | undefined;

type Life = { ends: Ends; over: boolean; end: () => void };
const lives = new AsyncLocalStorage<Life>();

/**
 * Does `work` as a process that ends there; 'nothing' when it ended before it was done. Of one that ended no call reaches AWS
 * any more and no line runs: whatever it awaits is never settled.
 */
export async function living<Output>(ends: Ends, work: () => Promise<Output>): Promise<Output | 'nothing'> {
  const { promise: ended, resolve } = Promise.withResolvers<'nothing'>();
  const life: Life = { ends, over: false, end: () => resolve('nothing') };
  return Promise.race([lives.run(life, work), ended]);
}

/** Makes a call of AWS as the process that lives here, if it still does. */
export async function calling<Answer>(command: unknown, call: () => Answer | Promise<Answer>): Promise<Answer> {
  const life = lives.getStore();
  if (!life) return call();
  const ends = life.over ? 'before' : life.ends(command);
  if (ends === 'before') return over(life);
  const answer = await call();
  return life.over || ends === 'after' ? over(life) : answer;
}

function over(life: Life): Promise<never> {
  life.over = true;
  life.end();
  return new Promise(() => {});
}

/** Ends a process at a point; without one, never. */
export function endingAt(point: Point | undefined): Ends {
  let calls = 0;
  return () => (++calls === point?.call ? point.when : undefined);
}
