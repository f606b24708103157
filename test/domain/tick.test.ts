import { expect, it } from 'vitest';
import { everyOne } from '../../shared/domain/tick.ts';

it('a report that fails holds up no other, and is told of at the end', async () => {
  const done: string[] = [];
  const failure = new Error('no such definition');
  const failed = await everyOne(['a', 'b', 'c'], async name => {
    if (name === 'b') throw failure;
    done.push(name);
  });
  expect(done).toEqual(['a', 'c']);
  expect(failed).toEqual([failure]);
});
