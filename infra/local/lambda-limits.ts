/** What Lambda takes and gives back ("Lambda quotas"), bytes as JSON. */
const largest = { asked: 6 * 1024 * 1024, told: 1024 * 1024, answered: 6 * 1024 * 1024 + 100 };

/** How an event comes: by whoever waits for the answer, or by whoever does not. */
export type Way = 'asked' | 'told';

/** Refuses, as Lambda does, an event that is too large. @throws RequestEntityTooLargeException */
export function refuseLargeEvent(event: unknown, way: Way): void {
  const size = sizeOf(event);
  if (size <= largest[way]) return;
  throw named(
    'RequestEntityTooLargeException',
    `${size} byte payload is too large for the ${way === 'asked' ? 'RequestResponse' : 'Event'} invocation type (limit ${largest[way]} bytes)`,
  );
}

/** Refuses, as Lambda does, an answer that is too large. @throws Function.ResponseSizeTooLarge */
export function refuseLargeAnswer(answer: unknown): void {
  const size = sizeOf(answer);
  if (size <= largest.answered) return;
  throw named(
    'Function.ResponseSizeTooLarge',
    `Response payload size (${size} bytes) exceeded maximum allowed payload size (${largest.answered} bytes).`,
  );
}

function sizeOf(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
