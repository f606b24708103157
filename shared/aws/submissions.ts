import type { Answers } from '../domain/collection/answers.ts';
import { textToKeep } from '../domain/collection/kept-text.ts';
import type { Submission } from '../domain/collection/submission.ts';
import { canonical } from '../domain/text/canonical.ts';
import { sha256 } from '../token.ts';
import { opening, type Session } from './access.ts';
import { type Head, type HeadName, headFrom, headOf, keyOf, type Revision } from './heads.ts';
import { type Change, get, type Key, putOnce, query, type Table, update } from './table.ts';

/**
 * What a revision goes on from: the sum of the one before it, and the keys used so far that a head from before it named all of
 * them does not name (`unnamedKeys`).
 */
export type Earlier = { sum?: string | undefined; keys?: string[] };

export type HandingIn = {
  session: Session;
  basedOn: number;
  earlier?: Earlier;
  key: string;
  hash: string;
  answers: Answers;
  submission: Submission;
  receivedAt: number;
};

/**
 * Hands in: one conditional write. It is taken if and only if the head is not fenced, the secret still opens it, no newer
 * revision came between, and the key never named another act: the revision it wrote. Undefined when it was not taken; nothing
 * is changed then.
 */
export async function handIn(table: Table, handing: HandingIn): Promise<Revision | undefined> {
  const { session, receivedAt } = handing;
  const admitted = opening(session, receivedAt);
  return written(table, session.head, handing, {
    ...admitted,
    condition: `attribute_not_exists(fencedAt) AND ${admitted.condition}`,
    remove: ['draft', 'draftedAt'],
  });
}

/** The digest of a submission that its receipt shows. */
export function hashOf(submission: Submission): string {
  return sha256(JSON.stringify(submission));
}

export type Correcting = Pick<HandingIn, 'key' | 'answers' | 'submission' | 'receivedAt'> & { head: Head };

/**
 * Writes a revision behind the fence, which stays as it is: what was corrected of a letter that went out. By the same write, chained as a
 * hand-in is. Undefined when the head is not as it was read any more.
 */
export async function correctRevision(
  table: Table,
  name: HeadName,
  { head, ...correcting }: Correcting,
): Promise<Revision | undefined> {
  const keys = await unnamedKeys(table, name, head);
  await keepRevision(table, name.shards, head);
  const earlier = { sum: head.sum ?? sumOf(head), keys };
  const behind = { condition: 'attribute_exists(fencedAt)' };
  const hash = hashOf(correcting.submission);
  return written(table, name, { ...correcting, hash, basedOn: head.revision, earlier }, behind);
}

type Writing = Omit<HandingIn, 'session'>;
type Guard = Pick<Change, 'condition' | 'names' | 'values' | 'remove'>;

async function written(table: Table, name: HeadName, writing: Writing, guard: Guard): Promise<Revision | undefined> {
  const { basedOn, earlier = {}, key, hash, answers, submission, receivedAt } = writing;
  if (earlier.keys?.includes(key)) return undefined;
  const { report, month, unit } = name;
  const chained = earlier.sum === undefined ? {} : { previous: earlier.sum };
  const taken = { report, month, unit, revision: basedOn + 1, key, hash, answers, submission, receivedAt, ...chained };
  const sum = sumOf(taken);
  const item = await update(table, keyOf(name), {
    set: [
      'revision = :revision',
      '#key = :key',
      '#hash = :hash',
      'answers = :answers',
      'submission = :submission',
      'receivedAt = :receivedAt',
      '#sum = :sum',
      ...Object.keys(chained).map(name => `${name} = :${name}`),
    ],
    ...(guard.remove && { remove: guard.remove }),
    add: ['usedKeys :keys'],
    condition: `${guard.condition} AND revision = :basedOn AND NOT #key = :key AND NOT contains(usedKeys, :key)`,
    names: { '#key': 'key', '#hash': 'hash', '#sum': 'sum', ...guard.names },
    values: {
      ...guard.values,
      ':basedOn': basedOn,
      ':revision': taken.revision,
      ':key': key,
      ':keys': new Set([key, ...(earlier.keys ?? [])]),
      ':hash': hash,
      ':answers': textToKeep(answers),
      ':submission': textToKeep(submission),
      ':receivedAt': receivedAt,
      ':sum': sum,
      ':previous': earlier.sum,
    },
  });
  return item && { ...taken, sum };
}

/**
 * The sum of a revision: a digest of all that it says, and of the sum of the one before it. Held by the revision after it, by
 * the ledger's entry for its receipt, and after the close by the seal.
 */
export function sumOf(said: Omit<Revision, 'sum'>): string {
  const { report, month, unit, revision, key, hash, answers, submission, receivedAt, previous } = said;
  const all = { report, month, unit, revision, key, hash, answers, submission, receivedAt, previous };
  return sha256(canonical(all));
}

/**
 * Copies what a head holds, before the head is overwritten, so that no revision is ever lost. Writing it again is
 * harmless: the copy of a revision is always the same.
 */
export async function keepRevision(table: Table, shards: number, head: Head): Promise<void> {
  const { report, month, unit, revision, key, hash, receivedAt, answers, submission, sum, previous } = head;
  await putOnce(table, {
    ...revisionKey({ ...head, shards }, revision),
    ...{ report, month, unit, revision, key, hash, receivedAt, sum, previous },
    answers: answers && textToKeep(answers),
    submission: submission && textToKeep(submission),
  });
}

/** The keys used so far of which a head does not know, as it was made before heads kept them all. */
export async function unnamedKeys(table: Table, name: HeadName, head: Head): Promise<string[]> {
  if (namesEveryKey(head)) return [];
  return (await revisionsOf(table, name)).flatMap(({ key }) => (key === undefined ? [] : [key]));
}

/** The revision that a key names; undefined when it names none. */
export async function revisionOfKey(
  table: Table,
  name: HeadName,
  { head, key }: { head: Head; key: string },
): Promise<Revision | undefined> {
  if (head.key === key) return head;
  if (namesEveryKey(head) && !head.usedKeys?.has(key)) return undefined;
  return (await revisionsOf(table, name)).find(revision => revision.key === key);
}

function namesEveryKey({ revision, usedKeys }: Head): boolean {
  return (usedKeys?.size ?? 0) >= revision;
}

/** Every revision of a unit, oldest first; the head's own is the last. */
export async function revisionsOf(table: Table, name: HeadName): Promise<Revision[]> {
  // The head first: whatever it no longer holds was copied before it was overwritten, and so is found after.
  const head = await headOf(table, name);
  if (!head?.revision) return [];
  const kept = await query(table, keyOf(name).pk, revisions(name.unit));
  return [...kept.map(headFrom).filter(({ revision }) => revision < head.revision), head];
}

/** A revision that was overwritten since; undefined when there is none. */
export async function earlierRevision(table: Table, name: HeadName, revision: number): Promise<Revision | undefined> {
  const item = await get(table, revisionKey(name, revision));
  return item && headFrom(item);
}

/** Where the copy of a revision lies, beside its head. */
export function revisionKey(name: HeadName, revision: number): Key {
  return { pk: keyOf(name).pk, sk: `${revisions(name.unit)}${String(revision).padStart(5, '0')}` };
}

function revisions(unit: string): string {
  return `REVISION#${unit}#`;
}
