import type { Session } from '../../shared/aws/access.ts';
import { createHead, type HeadName, headOf, keyOf } from '../../shared/aws/heads.ts';
import { type HandingIn, handIn } from '../../shared/aws/submissions.ts';
import { putOnce, type Table } from '../../shared/aws/table.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import { memoryTable } from '../trust/memory-table.ts';

/** A table in memory in which one unit's period is open, and a session of the unit's that lasts until `closing`. */

export const unit: HeadName = { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 };
export const closing = 1_000;
export const session: Session = { head: unit, epoch: 0, until: closing };

/** A secret of before there were epochs: the head lists its digest. */
export const digest = 'd'.repeat(64);
export const sessionOfOld: Session = { head: unit, digest };

export function aTable(): Table {
  return { name: 'trong-bo-nho', client: memoryTable().client };
}

export async function openTable(name: HeadName = unit): Promise<Table> {
  const table = aTable();
  await createHead(table, name);
  return table;
}

/** The same as it was stored before there were epochs: what opens the head stands in it. */
export async function openTableOfOld(): Promise<Table> {
  const table = aTable();
  const { report, month, unit: id } = unit;
  await putOnce(table, { ...keyOf(unit), report, month, unit: id, revision: 0, access: { [digest]: closing } });
  return table;
}

export function saying(further: string): Submission {
  return { figures: {}, outcomes: {}, further };
}

/** A hand-in as the unit's first, in time; `changed` says otherwise. */
export function handing(changed: Partial<HandingIn> = {}): HandingIn {
  return {
    session,
    basedOn: 0,
    key: 'lan-1',
    hash: 'ma-kiem-tra',
    answers: { figures: {}, outcomes: {}, further: 'như đã gõ' },
    submission: saying('như đã nhận'),
    receivedAt: closing - 1,
    ...changed,
  };
}

/** Hands in so many times, each on top of the last, and gives the head as it then is. */
export async function handInTimes(table: Table, times: number, keep: (revision: number) => Promise<void>) {
  for (let basedOn = 0; basedOn < times; basedOn += 1) {
    if (basedOn > 0) await keep(basedOn);
    await handIn(table, handing({ basedOn, key: `lan-${basedOn + 1}` }));
  }
  return headOf(table, unit);
}
