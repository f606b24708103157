import { inBatches } from '../batches.ts';
import { inWords } from '../domain/calendar/day.ts';
import type { Edition } from '../domain/compilation/edition.ts';
import type { Extension } from '../domain/office/extension.ts';
import type { Period } from '../domain/office/period.ts';
import { log } from '../log.ts';
import { audit, digestOf } from './audit.ts';
import { reopenHead } from './fence.ts';
import { extendPeriod } from './periods.ts';
import type { Table } from './table.ts';

/**
 * Does what was decided of an edition, held or a draft: the trail first, then each unit named is let in again, the period last, since it
 * commits. All of it may be done again, by whoever finds it half done; true once this very call has opened the period.
 */
export async function goOnExtending(table: Table, period: Period, { extension }: Edition): Promise<boolean> {
  if (!extension || (period.state !== 'held' && period.state !== 'drafted')) return false;
  await enterExtension(table, period, extension);
  const { report, month } = period;
  await inBatches(extension.units, 32, async unit => {
    const opened = await reopenHead(table, { ...period, unit }, extension);
    if (!opened) log.error('a unit could not be let in again', { report, month, unit });
  });
  return extendPeriod(table, period, extension);
}

async function enterExtension(table: Table, period: Period, extension: Extension): Promise<void> {
  const { at, who, units, until, reason } = extension;
  const whom = units.length > 0 ? units.join(', ') : 'chỉ để biên tập';
  const detail = `${whom}, đến ${inWords(until)}: ${reason}`;
  await audit(table, period, { at, who, what: 'gia hạn', detail, holds: [digestOf(extension)] });
}
