import * as z from 'zod/mini';
import { Answers } from '../domain/collection/answers.ts';
import { readKept, textToKeep } from '../domain/collection/kept-text.ts';
import { canonical } from '../domain/text/canonical.ts';
import { sha256 } from '../token.ts';
import { opening, type Session } from './access.ts';
import { type Head, type HeadName, keyOf } from './heads.ts';
import { get, type Item, type Key, type Table, update } from './table.ts';

export type Drafting = { session: Session; answers: Answers; at: number };

/**
 * Keeps what a unit is typing, until it hands in; false when the secret no longer opens the head. The head is marked first,
 * and the text lies in an item of its own: whatever a unit types, the item that the fence writes on stays small.
 */
export async function keepDraft(table: Table, drafting: Drafting): Promise<boolean> {
  const condition = 'attribute_exists(pk) AND attribute_not_exists(fencedAt)';
  return keep(table, drafting, { set: 'draftedAt = :at', condition, into: 'DRAFT' });
}

/** Keeps what came too late, and when it first did: it is in no letter, and yet nothing typed is lost. */
export async function keepLate(table: Table, drafting: Drafting): Promise<boolean> {
  const set = 'lateAt = if_not_exists(lateAt, :at)';
  return keep(table, drafting, { set, condition: 'attribute_exists(pk)', into: 'LATE' });
}

/** The draft a unit goes on from; undefined when there is none, or the unit has handed in since. */
export async function draftKept(table: Table, name: HeadName, head: Head): Promise<Answers | undefined> {
  if (head.draftedAt === undefined) return undefined;
  const kept = await textOf(table, textKey(name, 'DRAFT'));
  // One written while the unit handed in rests on an earlier revision, and says nothing that is still wanted.
  return kept?.revision === head.revision ? kept.answers : head.draft;
}

/** What a unit typed and nobody took: what came too late, else its draft; to be copied. */
export async function unsentOf(table: Table, name: HeadName, head: Head): Promise<Answers | undefined> {
  const late = head.lateAt === undefined ? undefined : await textOf(table, textKey(name, 'LATE'));
  return late?.answers ?? draftKept(table, name, head);
}

/** A text beside a head; `revision` is the one that it rests on. */
const Kept = z.object({ answers: Answers, revision: z.number() });
type Kept = z.infer<typeof Kept>;

export type Kind = 'DRAFT' | 'LATE';

async function keep(
  table: Table,
  { session, answers, at }: Drafting,
  { set, condition, into }: { set: string; condition: string; into: Kind },
): Promise<boolean> {
  const name = session.head;
  const admitted = opening(session, at);
  const head = await update(table, keyOf(name), {
    set: [set],
    condition: `${condition} AND ${admitted.condition}`,
    names: admitted.names,
    values: { ...admitted.values, ':at': at },
  });
  if (!head) return false;
  const key = textKey(name, into);
  const text = { answers: textToKeep(answers), revision: head.revision, at };
  await update(table, key, {
    set: ['answers = :answers', 'revision = :revision', '#at = :at', '#sum = :sum'],
    // Two that are kept at once: the later one stays, whichever is written last.
    condition: 'attribute_not_exists(pk) OR #at <= :at',
    names: { '#at': 'at', '#sum': 'sum' },
    values: { ':answers': text.answers, ':revision': text.revision, ':at': at, ':sum': textSum(key, text) },
  });
  return true;
}

/** A digest of all that a text beside a head says, and of where it lies, so that the audit sees a letter of it altered. */
export function textSum({ pk, sk }: Key, { answers, revision, at }: Item): string {
  return sha256(canonical({ pk, sk, answers, revision, at }));
}

/** A text that cannot be read is as good as none: the form opens all the same. */
async function textOf(table: Table, key: Key): Promise<Kept | undefined> {
  const item = await get(table, key);
  try {
    return Kept.parse({ ...item, answers: readKept(String(item?.answers)) });
  } catch {
    return undefined;
  }
}

export function textKey(name: HeadName, kind: Kind): Key {
  return { pk: keyOf(name).pk, sk: `${kind}#${name.unit}` };
}
