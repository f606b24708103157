import { Correction, type CorrectionName, type Decision, mostCorrections } from '../domain/collection/correction.ts';
import type { Period } from '../domain/office/period.ts';
import { type HeadName, keyOf, partitionsOf } from './heads.ts';
import { putBackOnAgenda } from './put-back.ts';
import { type Key, putOnce, query, type Table, update } from './table.ts';

/**
 * Asks for a correction, beside the head, which stays as it is. The same asked once more is the one that is there; undefined when as many
 * were asked for as may be. A tick tells the coordinators: the period is put back on the agenda before and after.
 */
export async function askForCorrection(
  table: Table,
  { shards }: Pick<Period, 'shards'>,
  wanted: Omit<Correction, 'number' | 'decided'>,
): Promise<Correction | undefined> {
  const name = { ...wanted, shards };
  await putBackOnAgenda(table, wanted);
  const asked = await correctionsOfUnit(table, name);
  const same = asked.find(each => !each.decided && each.field === wanted.field && each.after === wanted.after);
  if (same) return same;
  for (let number = asked.length + 1; number <= mostCorrections; number += 1) {
    const correction = { ...wanted, number };
    if (!(await putOnce(table, { ...correctionKey(name, number), ...correction }))) continue;
    await putBackOnAgenda(table, wanted);
    return correction;
  }
  return undefined;
}

/** The corrections asked for of a unit's part, oldest first. */
export async function correctionsOfUnit(table: Table, name: HeadName): Promise<Correction[]> {
  const items = await query(table, keyOf(name).pk, `${kind}${name.unit}#`);
  return items.map(item => Correction.parse(item));
}

/** Every correction asked for of a period. */
export async function correctionsOf(
  table: Table,
  period: Pick<Period, 'report' | 'month' | 'shards'>,
): Promise<Correction[]> {
  const items = await Promise.all(partitionsOf(period).map(pk => query(table, pk, kind)));
  return items.flat().map(item => Correction.parse(item));
}

/** Decides on a correction, once: false when that was done before. */
export async function decideCorrection(
  table: Table,
  name: HeadName & CorrectionName,
  decided: Decision,
): Promise<boolean> {
  const item = await update(table, correctionKey(name, name.number), {
    set: ['decided = :decided'],
    condition: 'attribute_exists(pk) AND attribute_not_exists(decided)',
    values: { ':decided': decided },
  });
  return item !== undefined;
}

const kind = 'CORRECTION#';

/** Where a correction lies, beside the head of its unit. */
export function correctionKey(name: HeadName, number: number): Key {
  return { pk: keyOf(name).pk, sk: `${kind}${name.unit}#${String(number).padStart(5, '0')}` };
}
