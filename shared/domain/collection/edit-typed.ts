import { narrativeFrom } from '../text/narrative.ts';
import type { Answers } from './answers.ts';
import { tooLong, withUnkeepable } from './typed-fields.ts';

/** The wording a coordinator typed, tidied as a unit's own is; what keeps it from the letter, in words. */
export function editTyped(typed: string): { text: string; faults: string[] } {
  const asUnits: Answers = { figures: {}, outcomes: {}, further: typed };
  const faults = [...tooLong(asUnits), ...withUnkeepable(asUnits)].map(({ message }) => message);
  if (faults.length > 0) return { text: typed, faults };
  return { text: narrativeFrom(typed, message => faults.push(message)), faults };
}
