import type { DraftAct, Passage } from '../compilation/passage.ts';
import type { StepKind } from '../office/issuing.ts';

/** A draft that has just been compiled stands at its first step. */
export function passageBegun(steps: StepKind[]): Passage {
  return { steps, stands: steps[0] ?? 'through', acts: [] };
}

/** Where a person's act finds a draft; undefined of one that nobody acts on any more. */
export function placeIn({ stands }: Passage): DraftAct['at'] | undefined {
  return stands === 'withdrawn' || stands === 'through' ? undefined : stands;
}

/** So often a draft may be sent to and fro before another one is to be made: its record stays small. */
export const mostActs = 40;

/**
 * The passage as an act leaves it; undefined when the act is not to be done where the draft stands. What is sent back goes to the
 * step before, from the first one to the coordinator, who hands it in again or has another made. What is through, or has its
 * number, is not taken back: it is replaced by another letter.
 */
export function passageAfter({ steps, stands, acts }: Passage, act: DraftAct): Passage | undefined {
  if (act.at !== stands) return undefined;
  const next = standsAfter(steps, act, acts);
  return next && { steps, stands: next, acts: [...acts, act] };
}

function standsAfter(steps: StepKind[], { did, at, words }: DraftAct, acts: DraftAct[]): Passage['stands'] | undefined {
  const place = at === 'coordinator' ? -1 : steps.indexOf(at);
  if (did === 'pass') return at === 'coordinator' ? undefined : (steps[place + 1] ?? 'through');
  if (hasNumber(acts) || words === undefined) return undefined;
  if (did === 'redraft') return 'withdrawn';
  if (acts.length >= mostActs) return undefined;
  if (did === 'return') return at === 'coordinator' ? undefined : (steps[place - 1] ?? 'coordinator');
  return at === 'coordinator' ? steps[0] : undefined;
}

function hasNumber(acts: DraftAct[]): boolean {
  return acts.some(({ did, at }) => did === 'pass' && at === 'number');
}

/** The same draft passed on since it last came to a step: what was sent back is to be passed anew. */
export function passedBy({ steps, stands, acts }: Passage): DraftAct[] {
  const reached = stands === 'through' ? steps : steps.slice(0, Math.max(0, steps.indexOf(stands as StepKind)));
  return reached.flatMap(step => acts.findLast(({ did, at }) => did === 'pass' && at === step) ?? []);
}
