import type { Edition } from '../domain/compilation/edition.ts';
import { decidedOf, mostRecalls, type Recall } from '../domain/compilation/recall.ts';
import { audit, digestOf } from './audit.ts';
import { decideOnRecall, editionsOf } from './editions.ts';
import type { PeriodName } from './periods.ts';
import { putBackOnAgenda } from './put-back.ts';
import type { Table } from './table.ts';

/**
 * Decides of the letter that went out last that it is recalled, or stands again; false when that was decided before. One write
 * decides. The period is put back on the agenda before, so that a tick finds the decision of whoever is cut off, and after, as a tick
 * between the two finds nothing to do.
 */
export async function decideRecall(table: Table, period: PeriodName, wanted: Omit<Recall, 'number'>): Promise<boolean> {
  const editions = await editionsOf(table, period);
  const edition = editions.at(-1);
  if (!edition) return false;
  await putBackOnAgenda(table, period);
  // The decision before is overwritten: the trail alone keeps it.
  await enterRecall(table, edition);
  const recall = { ...wanted, number: 1 + Math.max(0, ...editions.map(each => each.recall?.number ?? 0)) };
  const open = decidedOf(edition) !== wanted.decided && recall.number <= mostRecalls;
  const done = open && (await decideOnRecall(table, edition, recall));
  if (done) await enterRecall(table, { ...edition, recall });
  await putBackOnAgenda(table, period);
  return done;
}

/** Enters in the trail what was decided last of an edition, by what it says itself: however often it is entered, it is there once. */
export async function enterRecall(table: Table, { report, month, number, recall }: Edition): Promise<void> {
  if (!recall) return;
  const { at, who, decided, reason } = recall;
  const what = decided === 'recalled' ? 'thu hồi công văn' : 'thôi thu hồi công văn';
  const told = { detail: `bản ${number}: ${reason}`, holds: [digestOf(recall)] };
  await audit(table, { report, month }, { at, who, what, ...told });
}
