import * as z from 'zod/mini';

/** What the schedule sends: the time it was due, so that no function reads a clock. */
export const Tick = z.object({ scheduledAt: z.iso.datetime() });

/** The instant of a tick, milliseconds since 1970. @throws when the event is no tick */
export function instantOf(event: unknown): number {
  return Date.parse(Tick.parse(event).scheduledAt);
}

/** What wakes a function that asks only for the hour: the schedule, and a mark. `instant` in milliseconds since 1970. */
export function tickAt(instant: number): z.infer<typeof Tick> {
  return { scheduledAt: new Date(instant).toISOString() };
}

/**
 * Does `work` for each item, one after the other, also when it fails for one: a report that cannot be compiled must not hold up
 * the others.
 * @throws what failed, at the end; an AggregateError when that is more than one
 */
export async function everyOne<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const failed: unknown[] = [];
  for (const item of items) await work(item).catch(error => failed.push(error));
  if (failed.length > 1) throw new AggregateError(failed);
  if (failed.length > 0) throw failed[0];
}
