import * as z from 'zod/mini';
import { Answers } from '../domain/collection/answers.ts';
import { readKept, textToKeep } from '../domain/collection/kept-text.ts';
import { canonical } from '../domain/text/canonical.ts';
import { sha256 } from '../token.ts';
import { opening, type Session } from './access.ts';
import { type Head, type HeadName, hasTaken, keyOf } from './heads.ts';
import { type Change, get, type Item, type Key, type Table, update } from './table.ts';

export type Drafting = { session: Session; answers: Answers; at: number };

/** Whether a text was kept: not where the secret no longer opens the head, nor over a draft that whoever typed has not seen. */
export type Keeping = 'kept' | 'shut out' | 'unseen';

/**
 * Keeps what a unit is typing, until it hands in. The head is marked first, and the text lies in an item of its own: whatever a unit
 * types, the item that the fence writes on stays small. `seen` is when the draft was kept that its page showed, 0 for none; of a page
 * that does not say, the later draft stays.
 */
export async function keepDraft(table: Table, { seen, ...drafting }: Drafting & { seen?: number }): Promise<Keeping> {
  const head = await mark(table, drafting, { set: 'draftedAt = :at', condition: stillOpen });
  if (!head) return 'shut out';
  const over = seen === undefined ? laterStays : overSeen(seen, Number(head.revision));
  const written = await write(table, textKey(drafting.session.head, 'DRAFT'), { ...drafting, ...head, over });
  return written || seen === undefined ? 'kept' : 'unseen';
}

/** Keeps what came too late, and when it first did: it is in no letter, and yet nothing typed is lost. False when the secret opens nothing. */
export async function keepLate(table: Table, drafting: Drafting): Promise<boolean> {
  const set = 'lateAt = if_not_exists(lateAt, :at)';
  const head = await mark(table, drafting, { set, condition: 'attribute_exists(pk)' });
  if (head) await write(table, textKey(drafting.session.head, 'LATE'), { ...drafting, ...head, over: laterStays });
  return head !== undefined;
}

/** A page of one browser as it was when a button was last pressed on it. */
const Pressed = z.object({
  answers: Answers,
  key: z.string(),
  basedOn: z.number(),
  /** When the draft was kept that it has seen; 0 for none. */
  seen: z.number(),
  at: z.number(),
  /** What the house had to say, as JSON that only the pages read. */
  said: z.string(),
});
export type Pressed = z.infer<typeof Pressed>;

/** Milliseconds for which a pressed page is kept: longer than the session it was pressed in. */
const pressedLasts = 24 * 3_600_000;

/**
 * Keeps a page whose button was pressed, for the address that answers it to show: going back or loading it anew sends nothing again, and
 * loses nothing. One for each `browser`, so that it is bounded whatever is pressed. False when the secret no longer opens the head.
 */
export async function keepPressed(
  table: Table,
  { session, browser, pressed }: { session: Session; browser: string; pressed: Pressed },
): Promise<boolean> {
  const { answers, at, ...page } = pressed;
  const head = await mark(table, { session, at }, { set: 'pressedAt = :at', condition: stillOpen });
  const expiresAt = Math.ceil((at + pressedLasts) / 1_000);
  if (head)
    await write(table, pressedKey(session.head, browser), {
      ...{ answers, at, ...head, over: laterStays },
      beside: { ...page, expiresAt },
    });
  return head !== undefined;
}

/** The page that was last pressed in a browser; undefined when none was, or a hand-in took it since. */
export async function pressedIn(
  table: Table,
  name: HeadName,
  { head, browser }: { head: Head; browser: string },
): Promise<Pressed | undefined> {
  if (head.pressedAt === undefined) return undefined;
  const pressed = await textOf(table, pressedKey(name, browser), Pressed);
  return pressed && !hasTaken(head, pressed.key) ? pressed : undefined;
}

/** The draft a unit goes on from, and when it was kept; undefined when there is none, or the unit has handed in since. */
export async function draftKept(
  table: Table,
  name: HeadName,
  head: Head,
): Promise<Omit<Drafting, 'session'> | undefined> {
  if (head.draftedAt === undefined) return undefined;
  const kept = await textOf(table, textKey(name, 'DRAFT'), Kept);
  // One written while the unit handed in rests on an earlier revision, and says nothing that is still wanted.
  if (kept?.revision === head.revision) return { answers: kept.answers, at: kept.at ?? head.draftedAt };
  return head.draft && { answers: head.draft, at: head.draftedAt };
}

/** A text that came too late, and the revision that stood then. */
export type Late = { answers: Answers; at: number; revision: number };

/** What a unit sent too late; undefined when nothing. */
export async function lateKept(table: Table, name: HeadName, head: Head): Promise<Late | undefined> {
  if (head.lateAt === undefined) return undefined;
  const kept = await textOf(table, textKey(name, 'LATE'), Kept);
  return kept && { answers: kept.answers, at: kept.at ?? head.lateAt, revision: kept.revision };
}

/** What came too late, where a form that is open again starts from it: the unit has neither handed in nor kept a draft since. */
export function stillUnsent(
  late: Late | undefined,
  { revision }: Pick<Head, 'revision'>,
  draft: { at: number } | undefined,
): Late | undefined {
  return late?.revision === revision && late.at > (draft?.at ?? 0) ? late : undefined;
}

/** A text beside a head; `revision` is the one that it rests on. */
const Kept = z.object({ answers: Answers, revision: z.number(), at: z.optional(z.number()) });

export type Kind = 'DRAFT' | 'LATE';

const stillOpen = 'attribute_exists(pk) AND attribute_not_exists(fencedAt)';

/** Two that are kept at once: the later one stays, whichever is written last. */
const laterStays = { condition: 'attribute_not_exists(pk) OR #at <= :at', values: {} };

/** Over one that was seen, or that rests on an earlier revision. */
function overSeen(seen: number, revision: number): Pick<Change, 'condition' | 'values'> {
  return {
    condition: 'attribute_not_exists(pk) OR #at = :seen OR revision <= :earlier',
    values: { ':seen': seen, ':earlier': revision - 1 },
  };
}

/** Marks the head, if the secret still opens it: its revision, on which the text rests. */
async function mark(
  table: Table,
  { session, at }: Pick<Drafting, 'session' | 'at'>,
  { set, condition }: { set: string; condition: string },
): Promise<{ revision: unknown } | undefined> {
  const admitted = opening(session, at);
  const head = await update(table, keyOf(session.head), {
    set: [set],
    condition: `${condition} AND ${admitted.condition}`,
    names: admitted.names,
    values: { ...admitted.values, ':at': at },
  });
  return head && { revision: head.revision };
}

type Writing = {
  answers: Answers;
  at: number;
  revision: unknown;
  over: Pick<Change, 'condition' | 'values'>;
  beside?: Record<string, unknown>;
};

async function write(table: Table, key: Key, { answers, at, revision, over, beside = {} }: Writing): Promise<boolean> {
  const others = Object.keys(beside);
  const text = { answers: textToKeep(answers), revision, at };
  const item = await update(table, key, {
    set: [
      ...['answers = :answers', 'revision = :revision', '#at = :at', '#sum = :sum'],
      ...others.map(name => `#${name} = :${name}`),
    ],
    condition: over.condition,
    names: { '#at': 'at', '#sum': 'sum', ...Object.fromEntries(others.map(name => [`#${name}`, name])) },
    values: {
      ...{ ':answers': text.answers, ':revision': revision, ':at': at, ':sum': textSum(key, text), ...over.values },
      ...Object.fromEntries(Object.entries(beside).map(([name, value]) => [`:${name}`, value])),
    },
  });
  return item !== undefined;
}

/** A digest of all that a text beside a head says, and of where it lies, so that the audit sees a letter of it altered. */
export function textSum({ pk, sk }: Key, { answers, revision, at }: Item): string {
  return sha256(canonical({ pk, sk, answers, revision, at }));
}

/** A text that cannot be read is as good as none: the form opens all the same. */
async function textOf<Schema extends z.ZodMiniType>(
  table: Table,
  key: Key,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const item = await get(table, key);
  try {
    return schema.parse({ ...item, answers: readKept(String(item?.answers)) });
  } catch {
    return undefined;
  }
}

export function textKey(name: HeadName, kind: Kind): Key {
  return { pk: keyOf(name).pk, sk: `${kind}#${name.unit}` };
}

function pressedKey(name: HeadName, browser: string): Key {
  return { pk: keyOf(name).pk, sk: `PRESSED#${name.unit}#${browser}` };
}
