import { MendRequest } from '../domain/collection/mend-request.ts';
import type { Period } from '../domain/office/period.ts';
import { audit, digestOf } from './audit.ts';
import { type HeadName, keyOf, partitionsOf } from './heads.ts';
import { get, type Key, putOnce, query, type Table } from './table.ts';

/**
 * Asks for a revision to be mended; false when that was asked before, and then nothing is changed. The request lies beside the
 * head, which it leaves as it is.
 */
export function askToMend(table: Table, { shards }: Pick<Period, 'shards'>, request: MendRequest): Promise<boolean> {
  return putOnce(table, { ...mendKey({ ...request, shards }, request.revision), ...request });
}

/** What was asked to be mended in a revision; undefined when nothing was. */
export async function mendRequestOf(table: Table, name: HeadName, revision: number): Promise<MendRequest | undefined> {
  const item = revision > 0 ? await get(table, mendKey(name, revision)) : undefined;
  return item && MendRequest.parse(item);
}

/** Every request of a period, or those to one unit; a unit's own from the oldest on. */
export async function mendRequestsOf(table: Table, period: Period, unit?: string): Promise<MendRequest[]> {
  const partitions = unit === undefined ? partitionsOf(period) : [keyOf({ ...period, unit }).pk];
  const items = await Promise.all(
    partitions.map(pk => query(table, pk, unit === undefined ? 'MEND#' : `MEND#${unit}#`)),
  );
  return items.flat().map(item => MendRequest.parse(item));
}

/** Enters a request in the trail, by what it says itself: however often it is entered, it is there once. */
export function enterMendRequest(table: Table, request: MendRequest): Promise<void> {
  const { unit, revision, reason, who, at } = request;
  const detail = `${unit}, lần nộp ${revision}: ${reason}`;
  return audit(table, request, { at, who, what: 'yêu cầu sửa', detail, holds: [digestOf(request)] });
}

/** Where the request of a revision lies, beside its head. */
export function mendKey(name: HeadName, revision: number): Key {
  return { pk: keyOf(name).pk, sk: `MEND#${name.unit}#${String(revision).padStart(5, '0')}` };
}
