import * as z from 'zod/mini';

/** What the schedule sends: the time it was due, so that no function reads a clock. */
export const Tick = z.object({ scheduledAt: z.iso.datetime() });

/** The instant of a tick, milliseconds since 1970. @throws when the event is no tick */
export function instantOf(event: unknown): number {
  return Date.parse(Tick.parse(event).scheduledAt);
}

/**
 * Does `work` for each item, one after the other, also when it fails for one: a report that cannot be compiled must not hold up
 * the others. Returns what failed.
 */
export async function everyOne<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<unknown[]> {
  const failed: unknown[] = [];
  for (const item of items) await work(item).catch(error => failed.push(error));
  return failed;
}
