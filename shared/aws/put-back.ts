import { agendaKey, type PeriodName } from './periods.ts';
import { type Table, update } from './table.ts';

/** Puts a period back that may have been crossed off: something is to be mailed again. */
export async function putBackOnAgenda(table: Table, name: PeriodName): Promise<void> {
  await update(table, agendaKey(name), {
    set: ['done = :false', 'putBack = putBack + :one'],
    condition: 'attribute_exists(pk)',
    values: { ':false': false, ':one': 1 },
  });
}
