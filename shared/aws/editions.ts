import type { Term } from '../domain/calendar/term.ts';
import { Edition } from '../domain/compilation/edition.ts';
import type { Recall } from '../domain/compilation/recall.ts';
import type { Extension } from '../domain/office/extension.ts';
import type { Reissue } from '../domain/office/reissue.ts';
import { fromParts, largestInItem, Parts, packed, putInParts, unpacked } from './parts.ts';
import { type Change, get, type Item, type Key, putOnce, query, type Table, update } from './table.ts';

type EditionName = Pick<Edition, 'report' | 'month' | 'number'>;

/** Records an edition: the commit of a compilation, after its files. False when it was recorded before. */
export async function recordEdition(table: Table, edition: Edition): Promise<boolean> {
  return putOnce(table, { ...editionKey(edition), ...(await kept(table, edition)) });
}

/** The editions of a period, oldest first. */
export async function editionsOf(table: Table, { report, month }: { report: string; month: Term }): Promise<Edition[]> {
  const items = await query(table, `EDITION#${report}#${month}`);
  const bySortKey = new Map(items.map(item => [item.sk, item]));
  return Promise.all(
    items.filter(({ sk }) => isEdition(String(sk))).map(item => editionIn(item, ({ sk }) => bySortKey.get(sk))),
  );
}

export async function editionNumbered(table: Table, name: EditionName): Promise<Edition | undefined> {
  const item = await get(table, editionKey(name));
  return item && editionIn(item, key => get(table, key));
}

/**
 * An edition as its item holds it. Its lists may be of any length, the addresses of thousands of units among them, and an item
 * holds 400 KB: lists that are too large for it lie in parts beside it.
 */
async function kept(table: Table, edition: Edition): Promise<Record<string, unknown>> {
  const { addressees, missing, head, replaces, ...rest } = edition;
  const lists = { addressees, missing, head, replaces };
  if (Buffer.byteLength(JSON.stringify(lists)) <= largestInItem) return edition;
  return { ...rest, lists: await putInParts(table, editionKey(edition).pk, packed(lists)) };
}

async function editionIn({ lists, ...item }: Item, read: Parameters<typeof fromParts>[2]): Promise<Edition> {
  if (lists === undefined) return Edition.parse(item);
  const listed = unpacked(await fromParts(String(item.pk), Parts.parse(lists), read));
  return Edition.parse({ ...item, ...(listed as Partial<Edition>) });
}

/** Beside the editions of a month, "001" and on, lie the parts of their lists. */
function isEdition(sk: string): boolean {
  return /^\d/.test(sk);
}

/** One conditional write on an edition: true where it was this call that wrote. */
async function decided(table: Table, name: EditionName, change: Change): Promise<boolean> {
  return (await update(table, editionKey(name), change)) !== undefined;
}

/** Lets a held edition go out; false when it was not held, or its period was extended in its place. */
export function releaseEdition(table: Table, name: EditionName): Promise<boolean> {
  return decided(table, name, {
    set: ['held = :false'],
    condition: 'held = :true AND attribute_not_exists(extension)',
    values: { ':false': false, ':true': true },
  });
}

/** Decides to extend the period of a held edition in place of letting it go; false when that, or the other, was decided before. */
export function extendInPlaceOf(table: Table, name: EditionName, extension: Extension): Promise<boolean> {
  return decided(table, name, {
    set: ['extension = :extension'],
    condition: 'held = :true AND attribute_not_exists(extension)',
    values: { ':true': true, ':extension': extension },
  });
}

/** Decides that another letter takes the place of one that went out; false when that was decided before. */
export function decideReissueOf(table: Table, name: EditionName, reissue: Reissue): Promise<boolean> {
  return decided(table, name, {
    set: ['reissue = :reissue'],
    condition: 'held = :false AND attribute_not_exists(reissue)',
    values: { ':false': false, ':reissue': reissue },
  });
}

/**
 * Decides that a letter that went out is recalled, or stands again; false when something else was decided since it was read. The
 * decision before is in the trail by then.
 */
export function decideOnRecall(table: Table, edition: Edition, recall: Recall): Promise<boolean> {
  const before = edition.recall?.number;
  return decided(table, edition, {
    set: ['recall = :recall'],
    condition: `held = :false AND ${before === undefined ? 'attribute_not_exists(recall)' : 'recall.#number = :before'}`,
    names: before === undefined ? undefined : { '#number': 'number' },
    values: { ':false': false, ':recall': recall, ':before': before },
  });
}

/** Where an edition is kept. */
export function editionKey({ report, month, number }: EditionName): Key {
  return { pk: `EDITION#${report}#${month}`, sk: String(number).padStart(3, '0') };
}
