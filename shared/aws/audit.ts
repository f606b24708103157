import * as z from 'zod/mini';
import { canonical } from '../domain/text/canonical.ts';
import { shortened } from '../domain/text/shortened.ts';
import { sha256 } from '../token.ts';
import { type Item, putOnce, query, type Table } from './table.ts';

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

/** How an entry hangs on the one before: the sum of that, and its own. None in entries from before they were chained. */
export const Link = z.object({ previous: z.string(), sum: z.string() });

/** Characters of a detail: an item holds 400 KB, and whom thousands of mails went to is told by the ledger. */
export const longestDetail = 20_000;

/** So often an entry is tried: each time that its place was taken, somebody else has entered theirs. */
const mostTries = 100;

/**
 * Enters one act, its detail no longer than that, as the next of the period's chain. The same act of the same instant is entered once.
 * Where an entry stands is its number, which is taken once: of two writers one finds its place taken, and goes after the other.
 */
export async function audit(table: Table, period: { report: string; month: string }, act: AuditEntry): Promise<void> {
  const pk = partition(period);
  const entry = shortEnough(act);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const items = await query(table, pk);
    if (items.flatMap(nameIn).includes(nameOf(entry))) return;
    const last = items.filter(({ sk }) => numberOf(sk) !== undefined).at(-1);
    const number = (last && numberOf(last.sk)) ?? 0;
    const previous = last ? String(last.sum) : sumBefore(items);
    const next = { ...entry, previous, sum: sumOfEntry({ number: number + 1, previous, entry }) };
    if (await putOnce(table, { pk, sk: keyOf(number + 1), ...next })) return;
  }
  throw new Error(`the trail of ${pk} is written to by too many at once`);
}

/** Enters those of some acts that are not in the trail yet; it is read once where all of them are. */
export async function auditAll(
  table: Table,
  period: { report: string; month: string },
  acts: AuditEntry[],
): Promise<void> {
  if (acts.length === 0) return;
  const entered = new Set((await query(table, partition(period))).flatMap(nameIn));
  for (const act of acts) if (!entered.has(nameOf(shortEnough(act)))) await audit(table, period, act);
}

function shortEnough(act: AuditEntry): AuditEntry {
  return { ...act, detail: shortened(act.detail, longestDetail) };
}

/** What the trail holds of a record: a digest of all that it says. */
export function digestOf(record: unknown): string {
  return sha256(canonical(record));
}

/** What an entry is told by: its instant, and a digest of all that it says. Entries from before the chain are kept under it. */
export function nameOf({ at, who, what, detail, holds }: AuditEntry): string {
  return `${new Date(at).toISOString()}#${sha256(JSON.stringify({ at, who, what, detail, holds })).slice(0, 16)}`;
}

/** The place in the chain that a key says; undefined for one from before the chain. */
export function numberOf(sk: unknown): number | undefined {
  return typeof sk === 'string' && /^\d{6}$/.test(sk) ? Number(sk) : undefined;
}

/** The sum of an entry: of all that it says, where it stands and what it hangs on. */
export function sumOfEntry({
  number,
  previous,
  entry,
}: {
  number: number;
  previous: string;
  entry: AuditEntry;
}): string {
  const { at, who, what, detail, holds } = entry;
  return digestOf({ number, previous, at, who, what, detail, holds });
}

/** What the first of a chain hangs on: the entries from before there were chains, by their names. */
export function sumBefore(items: Item[]): string {
  const names = items.map(({ sk }) => String(sk)).filter(sk => numberOf(sk) === undefined);
  return digestOf(names.sort());
}

/** The trail of a period, oldest first. */
export async function auditTrail(table: Table, period: { report: string; month: string }): Promise<AuditEntry[]> {
  const entries = (await query(table, partition(period))).map(item => AuditEntry.parse(item));
  return entries.sort((one, other) => one.at - other.at || stages.indexOf(one.what) - stages.indexOf(other.what));
}

/** One tick may do all of these at its one instant; a period always goes through them in this order, once for each extension. */
const stages = ['mở kỳ', 'gia hạn', 'chốt kỳ', 'không chốt được', 'lập công văn', 'cho gửi', 'phát hành'];

/** One that cannot be read is none: nobody is held up by it, and the audit tells of it. */
function nameIn(item: Item): string[] {
  const { data } = AuditEntry.safeParse(item);
  return data ? [nameOf(data)] : [];
}

/** As many as no period has: a number as the table sorts it. */
function keyOf(number: number): string {
  return String(number).padStart(6, '0');
}

function partition({ report, month }: { report: string; month: string }): string {
  return `AUDIT#${report}#${month}`;
}
