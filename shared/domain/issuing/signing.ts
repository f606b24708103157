import type { Edition, EditionFile, Returned } from '../compilation/edition.ts';
import type { Passage } from '../compilation/passage.ts';
import type { StepKind, signingSteps } from '../office/issuing.ts';
import { passedBy } from './passing.ts';

/** True of a place where a draft waits for a file that is signed outside. */
export function isSigning(stands: Passage['stands']): stands is (typeof signingSteps)[number] {
  return stands === 'signature' || stands === 'stamp';
}

/** True of steps that end in a signed file: their letter keeps room for it. */
export function areSigned(steps: readonly StepKind[]): boolean {
  return steps.some(isSigning);
}

/** True where the number is given once the leader has signed, and entered by the clerk with the office's seal. */
export function isNumberedSigned(steps: readonly StepKind[]): boolean {
  return areSigned(steps.slice(0, Math.max(0, steps.indexOf('number'))));
}

/**
 * The PDF that goes out to be signed first: with its number, where that is given before. Undefined while the letter with the number
 * it was given is still being printed.
 */
export function unsignedPdf({ passage, numbered, printed, files }: Edition): EditionFile | undefined {
  if (!numbered || !passage || isNumberedSigned(passage.steps)) return files.pdf;
  return printed?.pdf;
}

/** The files that were taken, by the acts that stand: what was sent back after a signature is to be signed anew. */
export function takenOf({ passage, returned = [] }: Pick<Edition, 'passage' | 'returned'>): Returned[] {
  const taken = passage ? passedBy(passage).flatMap(({ signed }) => signed ?? []) : [];
  return taken.flatMap(hash => returned.findLast(({ file }) => file.sha256 === hash) ?? []);
}

/** What is signed next: the letter as the last signature left it. Undefined while it is being printed. */
export function toBeSigned(edition: Edition): EditionFile | undefined {
  return takenOf(edition).at(-1)?.file ?? unsignedPdf(edition);
}

/** The last file that came back where the draft stands, and was not taken. */
export function waitingReturn({ passage, turn, returned = [] }: Edition): Returned | undefined {
  return passage && isSigning(passage.stands) ? returned.findLast(each => each.turn === turn) : undefined;
}

/** So many files may come back of one draft: its record stays small. */
export const mostReturned = 15;
