import type { Answers } from '../../shared/domain/collection/answers.ts';
import type { Handing } from './hand-in.ts';
import type { Kept } from './said.ts';

/** What a button of the form does with what was typed. */
export type Acting = Handing & {
  pasted: string;
  file: Uint8Array | undefined;
  /** When the draft was kept that the page has seen; undefined of a page that does not say. */
  seen: number | undefined;
  /** What the button is about, where it says so: "drop-row du-an 3". */
  about: string[];
};

/** Taken down; too late; the browser left; to be looked through before it is handed in; or the form again, and what it says. */
export type Done = { kind: 'accepted' } | { kind: 'late' } | { kind: 'left' } | ({ kind: 'check' } & Left) | Again;

export type Again = { kind: 'again' } & Left;

/**
 * What is left on the page. `key` is kept while nothing used it; `basedOn` is the revision that the answers rest on by now, `seen`
 * the draft that is told of.
 */
type Left = { answers: Answers; said: Kept; key?: string; basedOn?: number; seen?: number };

export function again(answers: Answers, said: Kept, key?: string): Again {
  return { kind: 'again', answers, said, ...(key === undefined ? {} : { key }) };
}
