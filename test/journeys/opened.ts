import { createHead } from '../../shared/aws/heads.ts';
import { putOnAgenda, recordPeriod } from '../../shared/aws/periods.ts';
import type { Table } from '../../shared/aws/table.ts';
import { inBatches } from '../../shared/batches.ts';
import type { Period } from '../../shared/domain/office/period.ts';

/** Records a period as opened, as `open-periods` would, and mails nobody. */
export async function recordOpened(table: Table, period: Period): Promise<void> {
  await putOnAgenda(table, period);
  await inBatches(period.units, 32, ({ id: unit }) => createHead(table, { ...period, unit }));
  await recordPeriod(table, period);
}
