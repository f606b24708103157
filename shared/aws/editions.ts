import type { Month } from '../domain/calendar/month.ts';
import { Edition } from '../domain/compilation/edition.ts';
import { get, type Key, putOnce, query, type Table, update } from './table.ts';

/** Records an edition: the commit of a compilation, after its files. False when it was recorded before. */
export function recordEdition(table: Table, edition: Edition): Promise<boolean> {
  return putOnce(table, { ...keyOf(edition), ...edition });
}

/** The editions of a period, oldest first. */
export async function editionsOf(
  table: Table,
  { report, month }: { report: string; month: Month },
): Promise<Edition[]> {
  const items = await query(table, `EDITION#${report}#${month}`);
  return items.map(item => Edition.parse(item));
}

export async function editionNumbered(
  table: Table,
  name: { report: string; month: Month; number: number },
): Promise<Edition | undefined> {
  const item = await get(table, keyOf(name));
  return item && Edition.parse(item);
}

/** Lets a held edition go out; false when it was not held. */
export async function releaseEdition(
  table: Table,
  name: { report: string; month: Month; number: number },
): Promise<boolean> {
  const item = await update(table, keyOf(name), {
    set: ['held = :false'],
    condition: 'held = :true',
    values: { ':false': false, ':true': true },
  });
  return item !== undefined;
}

function keyOf({ report, month, number }: { report: string; month: Month; number: number }): Key {
  return { pk: `EDITION#${report}#${month}`, sk: String(number).padStart(3, '0') };
}
