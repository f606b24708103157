import type { Unclosed } from '../domain/compilation/unclosed.ts';
import { textKey, textSum } from './drafts.ts';
import { type Fenced, fencedFrom, type HeadName, keyOf, newHead } from './heads.ts';
import { get, type Item, isRefusedForGood, putOnce, type Table, update } from './table.ts';

/** What became of closing a head: what it holds, for ever; or why its unit is in no letter, and what the table said. */
export type Closing =
  | { kind: 'closed'; head: Fenced }
  | { kind: 'unclosed'; why: Unclosed['why']; reason: string; head?: Fenced };

/**
 * Closes a head: nothing is taken after it, and what this very write returns is what is compiled. Closing again gives the same.
 * What trying again will not mend is told, so that the others need not wait for it.
 * @throws what trying again may mend: the table is slow, or not reached
 */
export async function closeHead(table: Table, name: HeadName, at: number): Promise<Closing> {
  return closing(table, name, { set: ['fencedAt = if_not_exists(fencedAt, :at)'], values: { ':at': at } });
}

/** The same of a head that could not be closed for its letter: what it holds is marked to be in none. */
export async function closeBehind(table: Table, name: HeadName, at: number): Promise<Closing> {
  const set = ['fencedAt = if_not_exists(fencedAt, :at)', 'outside = :true'];
  return closing(table, name, { set, values: { ':at': at, ':true': true } });
}

type Fencing = { set: string[]; values: Record<string, unknown> };

async function closing(table: Table, name: HeadName, fencing: Fencing): Promise<Closing> {
  let item: Item;
  try {
    item = (await fenced(table, name, fencing)) ?? (await buried(table, name, fencing));
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    return { kind: 'unclosed', why: 'unfenced', reason: error.message };
  }
  try {
    const head = fencedFrom(item);
    if (item.goneAt === undefined) return { kind: 'closed', head };
    return { kind: 'unclosed', why: 'gone', reason: 'no head was there', head };
  } catch (error) {
    return { kind: 'unclosed', why: 'unreadable', reason: String(error) };
  }
}

/** What may be in the way of the fence: heads of before held drafts and what opens them, and may be full to the brim. */
const inTheWay = [[], ['draft'], ['draft', 'access']];

/** The head as the fence's write leaves it; undefined when there is none. */
async function fenced(table: Table, name: HeadName, fencing: Fencing): Promise<Item | undefined> {
  let refused: unknown;
  for (const remove of inTheWay) {
    if (remove.length > 0) await moveDraft(table, name);
    try {
      return await update(table, keyOf(name), { ...fencing, remove, condition: 'attribute_exists(pk)' });
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
async function buried(table: Table, name: HeadName, fencing: Fencing): Promise<Item> {
  const at = fencing.values[':at'];
  await putOnce(table, { ...newHead(name), fencedAt: at, goneAt: at });
  const item = await fenced(table, name, fencing);
  if (!item) throw new Error(`neither there nor made: ${name.report} ${name.month} ${name.unit}`);
  return item;
}
