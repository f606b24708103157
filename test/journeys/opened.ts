import { letIn } from '../../shared/aws/access.ts';
import { createHead } from '../../shared/aws/heads.ts';
import { putOnAgenda, recordPeriod } from '../../shared/aws/periods.ts';
import type { Table } from '../../shared/aws/table.ts';
import { inBatches } from '../../shared/batches.ts';
import type { Period } from '../../shared/domain/office/period.ts';

/** Records a period as opened, as `open-periods` would, and mails nobody: whoever has the digest's secret is let in everywhere. */
export async function recordOpened(table: Table, period: Period, digest: string): Promise<void> {
  await putOnAgenda(table, period);
  await inBatches(period.units, 32, async ({ id: unit }) => {
    await createHead(table, { ...period, unit });
    await letIn(table, { ...period, unit }, { digest, until: period.deadline + 86_400_000 });
  });
  await recordPeriod(table, period);
}
