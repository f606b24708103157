import * as z from 'zod/mini';
import { Answers } from '../domain/answers.ts';
import { Id } from '../domain/department.ts';
import { Month } from '../domain/month.ts';
import { type Period, shardOf } from '../domain/period.ts';
import { Submission } from '../domain/submission.ts';
import { type Change, get, type Item, type Key, putOnce, query, type Table, update } from './table.ts';

/**
 * The head: the one item through which a unit hands in, made when its period opens. It is its own fence: handing in and
 * closing are each one conditional write on it, so every submission lies either before the fence or beyond it.
 */
export const Head = z.object({
  report: Id,
  month: Month,
  unit: Id,
  /** 0 until something was handed in. */
  revision: z.number(),
  key: z.optional(z.string()),
  hash: z.optional(z.string()),
  answers: z.optional(Answers),
  submission: z.optional(Submission),
  /** Milliseconds since 1970. */
  receivedAt: z.optional(z.number()),
  fencedAt: z.optional(z.number()),
  /** Digest of a link's or a session's secret, and until when it opens this head; milliseconds since 1970. */
  access: z.record(z.string(), z.number()),
});
export type Head = z.infer<typeof Head>;

/** What a unit handed in at one time; never changed again. */
export type Revision = Omit<Head, 'access' | 'fencedAt'>;

export type HeadName = { report: string; month: Month; unit: string; shards: number };

export async function createHead(table: Table, name: HeadName): Promise<void> {
  const { report, month, unit } = name;
  await putOnce(table, { ...keyOf(name), report, month, unit, revision: 0, access: {} });
}

export async function headOf(table: Table, name: HeadName): Promise<Head | undefined> {
  const item = await get(table, keyOf(name));
  return item && headFrom(item);
}

/** A secret that opens a head, by its digest, and until when; milliseconds since 1970. */
export type Access = { digest: string; until: number };

/** Lets the holder of a new link in; undefined when the head is missing or fenced. */
export function letIn(table: Table, name: HeadName, access: Access): Promise<Head | undefined> {
  return admit(table, name, access, { condition: open });
}

/** Lets the holder of a link open a session; undefined when the link opens the head no more. */
export function exchange(
  table: Table,
  name: HeadName,
  { link, session, now }: { link: string; session: Access; now: number },
): Promise<Head | undefined> {
  return admit(table, name, session, {
    condition: `${open} AND access.#link > :now`,
    names: { '#link': link },
    values: { ':now': now },
  });
}

const open = 'attribute_exists(pk) AND attribute_not_exists(fencedAt)';

async function admit(
  table: Table,
  name: HeadName,
  { digest, until }: Access,
  { condition, names, values }: Pick<Change, 'condition' | 'names' | 'values'>,
): Promise<Head | undefined> {
  const item = await update(table, keyOf(name), {
    set: ['access.#digest = :until'],
    condition,
    names: { ...names, '#digest': digest },
    values: { ...values, ':until': until },
  });
  return item && headFrom(item);
}

/** Shuts out every link and session of a unit at once. */
export async function shutOut(table: Table, name: HeadName): Promise<void> {
  await update(table, keyOf(name), {
    set: ['#access = :none'],
    condition: 'attribute_exists(pk)',
    names: { '#access': 'access' },
    values: { ':none': {} },
  });
}

export type HandingIn = {
  head: HeadName;
  /** Digest of the secret the unit came with. */
  digest: string;
  basedOn: number;
  key: string;
  hash: string;
  answers: Answers;
  submission: Submission;
  receivedAt: number;
};

/**
 * Hands in: one conditional write. It is taken if and only if the head is not fenced, the secret still opens it, and no
 * newer revision came between. Undefined when it was not taken; nothing is changed then.
 */
export async function handIn(table: Table, handing: HandingIn): Promise<Head | undefined> {
  const item = await update(table, keyOf(handing.head), {
    set: [
      'revision = :revision',
      '#key = :key',
      '#hash = :hash',
      'answers = :answers',
      'submission = :submission',
      'receivedAt = :receivedAt',
    ],
    condition: 'attribute_not_exists(fencedAt) AND revision = :basedOn AND access.#digest > :receivedAt',
    names: { '#key': 'key', '#hash': 'hash', '#digest': handing.digest },
    values: {
      ':basedOn': handing.basedOn,
      ':revision': handing.basedOn + 1,
      ':key': handing.key,
      ':hash': handing.hash,
      ':answers': JSON.stringify(handing.answers),
      ':submission': JSON.stringify(handing.submission),
      ':receivedAt': handing.receivedAt,
    },
  });
  return item && headFrom(item);
}

/**
 * Copies what a head holds, before the head is overwritten, so that no revision is ever lost. Writing it again is
 * harmless: the copy of a revision is always the same.
 */
export async function keepRevision(table: Table, shards: number, head: Head): Promise<void> {
  const { access: _, fencedAt: __, answers, submission, ...revision } = head;
  await putOnce(table, {
    ...revisionKey({ ...head, shards }, head.revision),
    ...revision,
    answers: JSON.stringify(answers),
    submission: JSON.stringify(submission),
  });
}

/** Every revision of a unit, oldest first; the head's own is the last. */
export async function revisionsOf(table: Table, name: HeadName): Promise<Revision[]> {
  const { pk, sk } = revisionKey(name, 0);
  const [kept, head] = await Promise.all([query(table, pk, sk.slice(0, -5)), headOf(table, name)]);
  const earlier = kept.map(headFrom).filter(revision => revision.revision < (head?.revision ?? 0));
  return head && head.revision > 0 ? [...earlier, head] : earlier;
}

/**
 * Fences a head: nothing is taken after it, and what this very write returns is what is compiled. Fencing again returns
 * the same.
 * @throws when the head is missing: a period is only recorded after its heads
 */
export async function fence(table: Table, name: HeadName, at: number): Promise<Head> {
  const item = await update(table, keyOf(name), {
    set: ['fencedAt = if_not_exists(fencedAt, :at)'],
    condition: 'attribute_exists(pk)',
    values: { ':at': at },
  });
  if (!item) throw new Error(`no head to fence: ${name.report} ${name.month} ${name.unit}`);
  return headFrom(item);
}

/** The heads of a period as they are now, by unit: for looking on, never for compiling. */
export async function headsOf(table: Table, period: Period): Promise<Map<string, Head>> {
  const shards = Array.from({ length: period.shards }, (_, shard) => shard);
  const items = await Promise.all(shards.map(shard => query(table, partition(period, shard), 'UNIT#')));
  return new Map(
    items
      .flat()
      .map(headFrom)
      .map(head => [head.unit, head]),
  );
}

function keyOf({ report, month, unit, shards }: HeadName): Key {
  return { pk: partition({ report, month }, shardOf(unit, shards)), sk: `UNIT#${unit}` };
}

function revisionKey(name: HeadName, revision: number): Key {
  return { pk: keyOf(name).pk, sk: `REVISION#${name.unit}#${String(revision).padStart(5, '0')}` };
}

function partition({ report, month }: { report: string; month: Month }, shard: number): string {
  return shard === 0 ? `PERIOD#${report}#${month}` : `PERIOD#${report}#${month}#${shard}`;
}

/** Answers and submission are kept as text: their shape is checked here, on reading, and the table need not know it. */
function headFrom(item: Item): Head {
  const parsed = (text: unknown) => (typeof text === 'string' ? JSON.parse(text) : undefined);
  return Head.parse({ access: {}, ...item, answers: parsed(item.answers), submission: parsed(item.submission) });
}
