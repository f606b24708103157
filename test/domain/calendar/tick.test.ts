import { describe, expect, it } from 'vitest';
import { everyOne, instantOf, tickAt } from '../../../shared/domain/calendar/tick.ts';

describe('a tick', () => {
  it('brings its own hour: no function reads a clock', () => {
    const instant = Date.parse('2021-11-16T09:00:00Z');
    expect(tickAt(instant)).toEqual({ scheduledAt: '2021-11-16T09:00:00.000Z' });
    expect(instantOf(tickAt(instant))).toBe(instant);
  });

  it.each([{}, { scheduledAt: 'today' }, undefined])('is nothing else: %j', event => {
    expect(() => instantOf(event)).toThrow();
  });
});

describe('what is done for every report', () => {
  const failing = (names: string[], done: string[]) =>
    everyOne(['a', 'b', 'c'], async name => {
      if (names.includes(name)) throw new Error(name);
      done.push(name);
    });

  it('goes on when it fails for one, which is told of at the end', async () => {
    const done: string[] = [];
    await expect(failing(['b'], done)).rejects.toEqual(new Error('b'));
    expect(done).toEqual(['a', 'c']);
  });

  it('tells of each that failed', async () => {
    const working = failing(['a', 'c'], []);
    await expect(working).rejects.toMatchObject({ errors: [new Error('a'), new Error('c')] });
  });

  it('tells of none when none failed', async () => {
    await expect(failing([], [])).resolves.toBeUndefined();
  });
});
