import type { Block } from './letter.ts';

/** A value that brings paragraphs of its own, such as a unit's outcome, or a table. */
export type Inset = { paragraphs: Block[] };

/** True of a value that brings its own paragraphs. */
export function isInset(value: unknown): value is Inset {
  return value instanceof Object && 'paragraphs' in value;
}
