import * as z from 'zod/mini';
import { sha256 } from '../token.ts';
import { putOnce, query, type Table } from './table.ts';

/** Who did what, when, to which period. `at` in milliseconds since 1970; `who` is a unit, a staff member or a function. */
export const AuditEntry = z.object({ at: z.number(), who: z.string(), what: z.string(), detail: z.string() });
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Enters one act. The same act of the same instant is entered once. */
export async function audit(table: Table, period: { report: string; month: string }, entry: AuditEntry): Promise<void> {
  const id = sha256(JSON.stringify(entry)).slice(0, 16);
  await putOnce(table, { pk: partition(period), sk: `${new Date(entry.at).toISOString()}#${id}`, ...entry });
}

/** The trail of a period, oldest first. */
export async function auditTrail(table: Table, period: { report: string; month: string }): Promise<AuditEntry[]> {
  const entries = (await query(table, partition(period))).map(item => AuditEntry.parse(item));
  return entries.sort((one, other) => one.at - other.at || stages.indexOf(one.what) - stages.indexOf(other.what));
}

/** One tick may do all of these at its one instant; a period always goes through them in this order. */
const stages = ['mở kỳ', 'chốt kỳ', 'lập công văn', 'cho gửi', 'phát hành'];

function partition({ report, month }: { report: string; month: string }): string {
  return `AUDIT#${report}#${month}`;
}
