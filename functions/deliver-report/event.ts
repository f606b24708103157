import * as z from 'zod/mini';
import { instantOf } from '../../shared/domain/tick.ts';

/** What the archive sends when a file was put (S3 event structure 2.x). */
const Filed = z.object({ Records: z.array(z.object({ eventTime: z.iso.datetime() })).check(z.minLength(1)) });

/** The instant of whichever event woke delivery, milliseconds since 1970. */
export function instantOfEvent(event: unknown): number {
  const filed = Filed.safeParse(event);
  return filed.success ? Date.parse(filed.data.Records[0]?.eventTime ?? '') : instantOf(event);
}
