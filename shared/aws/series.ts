import type { Month } from '../domain/calendar/month.ts';
import { IssuedFigures, monthsComparedWith, type Past, seriesOf } from '../domain/figures/series.ts';
import type { Department } from '../domain/office/department.ts';
import { get, putOnce, type Table, update } from './table.ts';

/** The figures issued for some months of a report; a month that issued none is left out. */
export async function issuedFigures(table: Table, report: string, months: Month[]): Promise<IssuedFigures[]> {
  const items = await Promise.all(months.map(month => get(table, keyOf(report, month))));
  return items.flatMap(item => (item ? [IssuedFigures.parse(item)] : []));
}

/** What the figures of a period are compared with: the office's history, and what was issued since. */
export async function pastOf(
  table: Table,
  { history }: Pick<Department, 'history'>,
  { report, month }: { report: string; month: Month },
): Promise<Past> {
  return { month, series: seriesOf(history, await issuedFigures(table, report, monthsComparedWith(month))) };
}

/**
 * Enters figures as issued, beside those of their month already there; a figure issued again replaces the old one. Entered some
 * at a time, each time by a write that may be done again: who was cut off halfway enters them all once more.
 */
export async function issueFigures(table: Table, report: string, { month, figures }: IssuedFigures): Promise<void> {
  await putOnce(table, { ...keyOf(report, month), month, figures: {} });
  const entries = Object.entries(figures);
  for (let from = 0; from < entries.length; from += mostAtOnce) {
    await enter(table, keyOf(report, month), entries.slice(from, from + mostAtOnce));
  }
}

/**
 * DynamoDB takes an update expression of 4,096 bytes ("Constraints"): one figure takes 28 of them at most, and so these 100 fit
 * however long their codes are, which are not in it.
 */
const mostAtOnce = 100;

async function enter(table: Table, key: ReturnType<typeof keyOf>, entries: [string, string][]): Promise<void> {
  await update(table, key, {
    set: entries.map((_, at) => `figures.#code${at} = :value${at}`),
    condition: 'attribute_exists(pk)',
    names: Object.fromEntries(entries.map(([code], at) => [`#code${at}`, code])),
    values: Object.fromEntries(entries.map(([, value], at) => [`:value${at}`, value])),
  });
}

function keyOf(report: string, month: Month) {
  return { pk: `SERIES#${report}`, sk: month };
}
