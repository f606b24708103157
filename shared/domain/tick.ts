import * as z from 'zod/mini';

/** What the schedule sends: the time it was due, so that no function reads a clock. */
export const Tick = z.object({ scheduledAt: z.iso.datetime() });

/** The instant of a tick, milliseconds since 1970. @throws when the event is no tick */
export function instantOf(event: unknown): number {
  return Date.parse(Tick.parse(event).scheduledAt);
}
