import { letIn } from '../../shared/aws/access.ts';
import { createHead, type HeadName, headOf } from '../../shared/aws/heads.ts';
import { type HandingIn, handIn } from '../../shared/aws/submissions.ts';
import type { Table } from '../../shared/aws/table.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import { memoryTable } from '../trust/memory-table.ts';

/** A table in memory in which one unit's period is open, and one secret opens the unit's head until `closing`. */

export const unit: HeadName = { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 };
export const digest = 'd'.repeat(64);
export const closing = 1_000;

export function aTable(): Table {
  return { name: 'trong-bo-nho', client: memoryTable().client };
}

export async function openTable(name: HeadName = unit): Promise<Table> {
  const table = aTable();
  await createHead(table, name);
  await letIn(table, name, { digest, until: closing });
  return table;
}

export function saying(further: string): Submission {
  return { figures: {}, outcomes: {}, further };
}

/** A hand-in as the unit's first, in time; `changed` says otherwise. */
export function handing(changed: Partial<HandingIn> = {}): HandingIn {
  return {
    head: unit,
    digest,
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
