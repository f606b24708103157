import { compose } from './compose.ts';
import type { Composed } from './composed.ts';

/** True where a text that is moved to a place of the letter is printed there: it is marked, and the letter searched for the mark. */
export function isPrintedAt(place: string, composed: Composed): boolean {
  const { further } = composed.report;
  const marked = [...further, { unit: mark, text: mark, edited: { text: mark, place } }];
  const { body } = compose({ ...composed, report: { ...composed.report, further: marked } });
  return JSON.stringify(body).includes(mark);
}

/** Of no unit, and in no text: nobody can type it. */
const mark = '\u{e000}';
