import * as z from 'zod/mini';
import { Term } from '../domain/calendar/term.ts';
import { Answers } from '../domain/collection/answers.ts';
import { readKept } from '../domain/collection/kept-text.ts';
import { Submission } from '../domain/collection/submission.ts';
import { type Period, shardOf } from '../domain/office/period.ts';
import { Id } from '../domain/text/id.ts';
import { log } from '../log.ts';
import { get, type Item, type Key, putOnce, query, type Table } from './table.ts';

/**
 * The head: the one item through which a unit hands in, made when its period opens. It is its own fence: handing in and
 * closing are each one conditional write on it, so every submission lies either before the fence or beyond it.
 */
export const Head = z.object({
  report: Id,
  month: Term,
  unit: Id,
  /** 0 until something was handed in. */
  revision: z.number(),
  key: z.optional(z.string()),
  hash: z.optional(z.string()),
  answers: z.optional(Answers),
  submission: z.optional(Submission),
  /** Milliseconds since 1970. */
  receivedAt: z.optional(z.number()),
  /** Covers all that the revision says, and by `previous`, the sum of the one before, all before it. */
  sum: z.optional(z.string()),
  previous: z.optional(z.string()),
  fencedAt: z.optional(z.number()),
  /** When the close found no head here and made this one. */
  goneAt: z.optional(z.number()),
  /** Could be closed only after its letter was compiled: what it holds is in none. */
  outside: z.optional(z.boolean()),
  /** How often it was opened again, and until when its unit has time; absent where it never was. */
  reopened: z.optional(z.number()),
  extendedUntil: z.optional(z.number()),
  /** The keys of all acts of handing in so far: a key is never taken again. */
  usedKeys: z.optional(z.set(z.string())),
  /** When the unit last asked for what it was typing to be kept; the text lies beside the head (drafts.ts). */
  draftedAt: z.optional(z.number()),
  /** The text itself, in heads from before it lay beside them. (With z.catch JSON Schema would come to every cold start, too.) */
  draft: z.optional(
    z.pipe(
      z.unknown(),
      z.transform(draft => Answers.safeParse(draft).data),
    ),
  ),
  /** When a button was last pressed on a page of the form; what was on the page lies beside the head (drafts.ts). */
  pressedAt: z.optional(z.number()),
  /** When the unit first sent a submission after the close. */
  lateAt: z.optional(z.number()),
  /** Raised when the unit is shut out: what opens the head was given in its epoch. Absent for 0. */
  epoch: z.optional(z.number()),
  /** Of before there were epochs: digest of a secret, and until when it opens this head, in milliseconds since 1970. */
  access: z.record(z.string(), z.number()),
});
export type Head = z.infer<typeof Head>;

/** True of a key by which the unit has handed in. */
export function hasTaken({ key, usedKeys }: Head, asked: string): boolean {
  return key === asked || (usedKeys?.has(asked) ?? false);
}

/** What a unit handed in at one time; never changed again. */
export type Revision = Omit<
  Head,
  | ('epoch' | 'access' | 'fencedAt' | 'goneAt' | 'outside' | 'reopened' | 'extendedUntil')
  | ('usedKeys' | 'draft' | 'draftedAt' | 'pressedAt' | 'lateAt')
>;

export type HeadName = { report: string; month: Term; unit: string; shards: number };

export async function createHead(table: Table, name: HeadName): Promise<void> {
  await putOnce(table, newHead(name));
}

/** A head as it is made: nothing handed in, nobody let in. */
export function newHead(name: HeadName): Key & Item {
  const { report, month, unit } = name;
  return { ...keyOf(name), report, month, unit, revision: 0 };
}

export async function headOf(table: Table, name: HeadName): Promise<Head | undefined> {
  const item = await get(table, keyOf(name));
  return item && headFrom(item);
}

/** One head, as it is looked at. */
export async function seenHeadOf(table: Table, period: Period, unit: string): Promise<SeenHead | undefined> {
  const item = await get(table, keyOf({ ...period, unit }));
  return item && seen(item, period);
}

/** A head as it is looked at: of one that cannot be read only its name is known, and whether it is closed. */
export type SeenHead = Head & { unreadable?: true };

/** The heads of a period as they are now, by unit: for looking on, never for compiling. One that is spoilt hides no other. */
export async function headsOf(table: Table, period: Period): Promise<Map<string, SeenHead>> {
  const items = await Promise.all(partitionsOf(period).map(pk => query(table, pk, 'UNIT#')));
  return new Map(
    items
      .flat()
      .map(item => seen(item, period))
      .map(head => [head.unit, head]),
  );
}

function seen(item: Item, { report, month }: Period): SeenHead {
  try {
    return headFrom(item);
  } catch {
    const fencedAt = typeof item.fencedAt === 'number' ? { fencedAt: item.fencedAt } : {};
    const unit = String(item.sk).slice('UNIT#'.length);
    log.error('a head cannot be read', { report, month, unit });
    return { report, month, unit, revision: 0, access: {}, ...fencedAt, unreadable: true };
  }
}

export function keyOf({ report, month, unit, shards }: HeadName): Key {
  return { pk: partition({ report, month }, shardOf(unit, shards)), sk: `UNIT#${unit}` };
}

/** The partitions that the heads of a period lie in, with whatever lies beside each. */
export function partitionsOf(period: Pick<Period, 'report' | 'month' | 'shards'>): string[] {
  return Array.from({ length: period.shards }, (_, shard) => partition(period, shard));
}

function partition({ report, month }: { report: string; month: Term }, shard: number): string {
  return shard === 0 ? `PERIOD#${report}#${month}` : `PERIOD#${report}#${month}#${shard}`;
}

/**
 * Answers, submission and draft are kept as text: their shape is checked here, on reading, and the table need not know it.
 * @throws when the item is none of ours; what it holds is not told, since what is thrown is logged
 */
export function headFrom(item: Item): Head {
  return read(Head, { access: {}, ...item }, ['answers', 'submission', 'draft']);
}

/** What of a head goes into the letter, and into the seal beside it. */
const Fenced = z.required(
  z.pick(Head, {
    ...{ unit: true, submission: true, revision: true, fencedAt: true },
    ...{ key: true, hash: true, receivedAt: true, sum: true },
  }),
  { fencedAt: true },
);
export type Fenced = z.infer<typeof Fenced>;

/** The same, where no more is asked. */
export function fencedFrom(item: Item): Fenced {
  return read(Fenced, item, ['submission']);
}

function read<Schema extends z.ZodMiniType>(schema: Schema, item: Item, texts: string[]): z.infer<Schema> {
  try {
    const parsed = texts.map(name => [name, typeof item[name] === 'string' ? readKept(item[name]) : undefined]);
    return schema.parse({ ...item, ...Object.fromEntries(parsed) });
  } catch {
    throw new Error(`not as it was written: ${item.pk} ${item.sk}`);
  }
}
