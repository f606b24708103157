import * as z from 'zod/mini';
import { shortened } from '../domain/text/shortened.ts';
import { sha256 } from '../token.ts';
import { putOnce, query, type Table } from './table.ts';

/**
 * Who did what, when, to which period. `at` in milliseconds since 1970; `who` is a unit, a staff member or a function. `holds`
 * are digests of what was there at the act, so that it can be told later whether it still is.
 */
export const AuditEntry = z.object({
  at: z.number(),
  who: z.string(),
  what: z.string(),
  detail: z.string(),
  holds: z.optional(z.array(z.string())),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Characters of a detail: an item holds 400 KB, and whom thousands of mails went to is told by the ledger. */
export const longestDetail = 20_000;

/** Enters one act, its detail no longer than that. The same act of the same instant is entered once. */
export async function audit(table: Table, period: { report: string; month: string }, act: AuditEntry): Promise<void> {
  const entry = { ...act, detail: shortened(act.detail, longestDetail) };
  await putOnce(table, { pk: partition(period), sk: nameOf(entry), ...entry });
}

/** What an entry is kept under, and told by: its instant, and a digest of all that it says. */
export function nameOf({ at, who, what, detail, holds }: AuditEntry): string {
  return `${new Date(at).toISOString()}#${sha256(JSON.stringify({ at, who, what, detail, holds })).slice(0, 16)}`;
}

/** The trail of a period, oldest first. */
export async function auditTrail(table: Table, period: { report: string; month: string }): Promise<AuditEntry[]> {
  const entries = (await query(table, partition(period))).map(item => AuditEntry.parse(item));
  return entries.sort((one, other) => one.at - other.at || stages.indexOf(one.what) - stages.indexOf(other.what));
}

/** One tick may do all of these at its one instant; a period always goes through them in this order. */
const stages = ['mở kỳ', 'chốt kỳ', 'không chốt được', 'lập công văn', 'cho gửi', 'phát hành'];

function partition({ report, month }: { report: string; month: string }): string {
  return `AUDIT#${report}#${month}`;
}
