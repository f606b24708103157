import type { Unclosed } from '../domain/compilation/unclosed.ts';
import { type Extension, timesExtended } from '../domain/office/extension.ts';
import { textKey, textSum } from './drafts.ts';
import { type Fenced, fencedFrom, type HeadName, keyOf, newHead } from './heads.ts';
import { get, type Item, isRefusedForGood, putOnce, type Table, update } from './table.ts';

/** A head, and by which extension of its period it was opened last, if any. */
type Head = HeadName & { extension?: Pick<Extension, 'number'> | undefined };

/** What became of closing a head: what it holds, for ever; or why its unit is in no letter, and what the table said. */
export type Closing =
  | { kind: 'closed'; head: Fenced }
  | { kind: 'unclosed'; why: Unclosed['why']; reason: string; head?: Fenced };

/**
 * Closes a head: nothing is taken after it, and what this very write returns is what is compiled. Closing again gives the same.
 * What trying again will not mend is told, so that the others need not wait for it.
 * @throws what trying again may mend: the table is slow, or not reached
 */
export async function closeHead(table: Table, name: Head, at: number): Promise<Closing> {
  return closing(table, name, { set: ['fencedAt = if_not_exists(fencedAt, :at)'], values: { ':at': at } });
}

/** The same of a head that could not be closed for its letter: what it holds is marked to be in none. */
export async function closeBehind(table: Table, name: Head, at: number): Promise<Closing> {
  const set = ['fencedAt = if_not_exists(fencedAt, :at)', 'outside = :true'];
  return closing(table, name, { set, values: { ':at': at, ':true': true } });
}

type Fencing = { set: string[]; values: Record<string, unknown> };

async function closing(table: Table, name: Head, fencing: Fencing): Promise<Closing> {
  let item: Item;
  try {
    item = (await fenced(table, name, fencing)) ?? (await buried(table, name, fencing));
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    return { kind: 'unclosed', why: 'unfenced', reason: error.message };
  }
  try {
    const head = fencedFrom(item);
    if (item.goneAt !== undefined) return { kind: 'unclosed', why: 'gone', reason: 'no head was there', head };
    // Of an earlier letter, and not opened again since: what it holds stays in none.
    if (item.outside !== undefined && fencing.values[':true'] === undefined)
      return { kind: 'unclosed', why: 'unfenced', reason: 'closed behind an earlier letter', head };
    return { kind: 'closed', head };
  } catch (error) {
    return { kind: 'unclosed', why: 'unreadable', reason: String(error) };
  }
}

/** What may be in the way of the fence: heads of before held drafts and what opens them, and may be full to the brim. */
const inTheWay = [[], ['draft'], ['draft', 'access']];

/**
 * Opens a head again, for the extension of this number and until an hour: once, however often it is tried and however late. Whoever
 * still closes it for an earlier letter is refused by the same number. What no trying mends leaves the head as it is: false.
 * @throws what trying again may mend
 */
export async function reopenHead(
  table: Table,
  name: HeadName,
  { number, until }: Pick<Extension, 'number' | 'until'>,
): Promise<boolean> {
  try {
    await update(table, keyOf(name), {
      set: ['reopened = :number', 'extendedUntil = :until'],
      remove: ['fencedAt', 'goneAt', 'outside'],
      condition: 'attribute_exists(pk) AND NOT reopened > :before',
      values: { ':number': number, ':before': number - 1, ':until': until },
    });
    return true;
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    return false;
  }
}

/** The head as the fence's write leaves it; undefined when there is none, or it was opened again since. */
async function fenced(table: Table, name: Head, fencing: Fencing): Promise<Item | undefined> {
  const condition = 'attribute_exists(pk) AND NOT reopened > :extended';
  const values = { ...fencing.values, ':extended': timesExtended(name) };
  let refused: unknown;
  for (const remove of inTheWay) {
    if (remove.length > 0) await moveDraft(table, name);
    try {
      return await update(table, keyOf(name), { ...fencing, values, remove, condition });
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      refused = error;
    }
  }
  throw refused;
}

/** Copies a draft that lies in the head to where drafts lie: nothing a unit typed is lost. */
async function moveDraft(table: Table, name: HeadName): Promise<void> {
  const { draft: answers, revision, draftedAt: at } = (await get(table, keyOf(name))) ?? {};
  if (typeof answers !== 'string') return;
  const [key, text] = [textKey(name, 'DRAFT'), { answers, revision, at }];
  await putOnce(table, { ...key, ...text, sum: textSum(key, text) });
}

/** Puts a closed head where there is none: whoever still holds a link finds it shut, and the opening makes no other. */
async function buried(table: Table, name: Head, fencing: Fencing): Promise<Item> {
  const at = fencing.values[':at'];
  await putOnce(table, { ...newHead(name), fencedAt: at, goneAt: at });
  const item = await fenced(table, name, fencing);
  if (!item)
    throw new Error(`neither there nor made, or opened again since: ${name.report} ${name.month} ${name.unit}`);
  return item;
}
