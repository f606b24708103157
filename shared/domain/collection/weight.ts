import { textToKeep } from './kept-text.ts';

/**
 * Bytes that something takes where it is kept, in UTF-8, whichever way it came in. How much of it there may be is what keeps a
 * unit's head small enough for the fence to be written on it (test/aws/fence.test.ts adds it up).
 */
export function weightOf(said: unknown): number {
  return new TextEncoder().encode(textToKeep(said)).byteLength;
}

/** Bytes of all that a unit types: to be handed in, as a draft, or too late. 500 rows of eight columns are some 100 KB. */
export const heaviestAnswers = 128 * 1024;

/** Bytes of what is taken down of it: each thing owed is named there, answered or not, and NFC may double a text. */
export const heaviestSubmission = 192 * 1024;

/** Bytes of a workbook to fill the figures from: a filled template takes 20 KB, one with a logo and other sheets some 600. */
export const heaviestSheet = 3 * 1024 * 1024;
