import type { Answers } from '../domain/collection/answers.ts';
import { type HeadName, keyOf } from './heads.ts';
import { type Change, type Table, update } from './table.ts';

export type Drafting = { head: HeadName; digest: string; answers: Answers; at: number };

/** Keeps what a unit is typing, unchecked, until it hands in; false when the secret no longer opens the head. */
export function keepDraft(table: Table, drafting: Drafting): Promise<boolean> {
  return write(table, drafting, { condition: 'attribute_not_exists(fencedAt) AND access.#digest > :at' });
}

/** Keeps what came too late, and when it first did: it is in no letter, and yet nothing typed is lost. */
export function keepLate(table: Table, drafting: Drafting): Promise<boolean> {
  const set = ['lateAt = if_not_exists(lateAt, :at)'];
  return write(table, drafting, { set, condition: 'access.#digest > :at' });
}

async function write(
  table: Table,
  { head, digest, answers, at }: Drafting,
  { set = [], condition }: Pick<Change, 'set' | 'condition'>,
): Promise<boolean> {
  const item = await update(table, keyOf(head), {
    set: ['draft = :draft', 'draftedAt = :at', ...set],
    condition,
    names: { '#digest': digest },
    values: { ':draft': JSON.stringify(answers), ':at': at },
  });
  return item !== undefined;
}
