import type { Answer } from './answer.ts';

/** Bytes. Lambda hands on 6 MB of an answer as JSON ("Lambda quotas"), headers and all. */
const largestAnswer = 6 * 1024 * 1024;

/** Whether an answer, as it leaves a function, is small enough to be handed on. */
export function fits(answer: Answer): boolean {
  // No letter takes more than six bytes in JSON: most answers need no measuring.
  return answer.body.length * 6 < largestAnswer / 2 || Buffer.byteLength(JSON.stringify(answer)) <= largestAnswer;
}
