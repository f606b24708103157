import { Edit } from '../domain/collection/edit.ts';
import type { Period } from '../domain/office/period.ts';
import { log } from '../log.ts';
import { type AuditEntry, auditAll, digestOf } from './audit.ts';
import { type PeriodName, periodKey } from './periods.ts';
import { get, type Item, type Key, putOnce, query, type Table, update } from './table.ts';

/**
 * The edits of a period, in the order they were made. One that was written and never counted was never made; one that cannot be
 * read holds up no letter: there its unit's own words stand.
 */
export async function editsOf(table: Table, period: PeriodName & Pick<Period, 'edits'>): Promise<Edit[]> {
  const { edits: count = 0 } = period;
  if (count === 0) return [];
  const items = await query(table, periodKey(period).pk, 'EDIT#');
  return items.flatMap(item => readable(item, period)).filter(({ number }) => number <= count);
}

function readable(item: Item, { report, month }: PeriodName): Edit[] {
  const { success, data } = Edit.safeParse(item);
  if (!success) log.error('an edit cannot be read', { report, month, edit: String(item.sk) });
  return success ? [data] : [];
}

/** The same where the period was read some while ago. Of one that is no longer open they are the same for ever: a letter is made with them. */
export async function editsNow(table: Table, name: PeriodName): Promise<Edit[]> {
  const { edits } = (await get(table, periodKey(name))) ?? {};
  return editsOf(table, { ...name, edits: typeof edits === 'number' ? edits : 0 });
}

/** What became of an edit: another was made meanwhile, which has to be seen first; the period is closed. */
export type Editing = 'made' | 'overtaken' | 'closed';

/**
 * Makes the edit that follows those of the period as it was looked at. It is written first, and is made by the write that counts it on
 * the period: only while that is open, or extended, so that the write that closes the period says which edits are in the letter.
 */
export async function makeEdit(table: Table, period: Period, edit: Omit<Edit, 'number'>): Promise<Editing> {
  const { edits: before = 0 } = period;
  const number = before + 1;
  const written = await putOnce(table, { ...editKey(period, number), ...edit, number });
  const counted = await update(table, periodKey(period), {
    set: ['edits = :number'],
    condition: `#state IN (:open, :extended) AND ${before === 0 ? 'attribute_not_exists(edits)' : 'edits = :before'}`,
    names: { '#state': 'state' },
    values: {
      ':number': number,
      ':open': 'open',
      ':extended': 'extended',
      ...(before === 0 ? {} : { ':before': before }),
    },
  });
  // Of somebody else, who may have come no further than writing it: now it counts, and is to be seen.
  if (!written) return counted ? 'overtaken' : whyNot(table, period, number, false);
  return counted ? 'made' : whyNot(table, period, number, true);
}

async function whyNot(table: Table, name: PeriodName, number: number, own: boolean): Promise<Editing> {
  const { edits, state } = (await get(table, periodKey(name))) ?? {};
  if (own && typeof edits === 'number' && edits >= number) return 'made';
  return state === 'open' || state === 'extended' ? 'overtaken' : 'closed';
}

/** Enters edits of a period in its trail, by what they say themselves: however often one is entered, it is there once. */
export function enterEdits(table: Table, period: PeriodName, edits: Edit[]): Promise<void> {
  return auditAll(table, period, edits.map(entryOf));
}

function entryOf(edit: Edit): AuditEntry {
  const { unit, called, who, at } = edit;
  return { at, who, what: 'biên tập', detail: `${unit}, ${called}`, holds: [digestOf(edit)] };
}

/** Where an edit lies, beside its period. */
export function editKey(name: PeriodName, number: number): Key {
  return { pk: periodKey(name).pk, sk: `EDIT#${String(number).padStart(5, '0')}` };
}
