import type { Answers } from '../../shared/domain/collection/answers.ts';
import type { Said } from '../../templates/pages/form.ts';
import type { Handing } from './hand-in.ts';

/** What a button of the form does with what was typed. */
export type Acting = Handing & {
  pasted: string;
  file: Uint8Array | undefined;
  /** What the button is about, where it says so: "drop-row du-an 3". */
  about: string[];
};

/** Taken down; too late; or the form again, filled with `answers`, and what it says. `key` is kept while nothing used it. */
export type Done = { kind: 'accepted' } | { kind: 'late' } | Again;

export type Again = { kind: 'again'; answers: Answers; said: Said; key?: string };

export function again(answers: Answers, said: Said, key?: string): Again {
  return { kind: 'again', answers, said, ...(key === undefined ? {} : { key }) };
}
