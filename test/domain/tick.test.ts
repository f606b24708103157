import { expect, it } from 'vitest';
import { everyOne } from '../../shared/domain/tick.ts';

it('a report that fails holds up no other, and is told of at the end', async () => {
  const done: string[] = [];
  const failure = new Error('no such definition');
  const working = everyOne(['a', 'b', 'c'], async name => {
    if (name === 'b') throw failure;
    done.push(name);
  });
  await expect(working).rejects.toBe(failure);
  expect(done).toEqual(['a', 'c']);
});
