import type { Month } from '../domain/calendar/month.ts';
import { IssuedFigures } from '../domain/figures/series.ts';
import { get, putOnce, type Table, update } from './table.ts';

/** The figures issued for some months of a report; a month that issued none is left out. */
export async function issuedFigures(table: Table, report: string, months: Month[]): Promise<IssuedFigures[]> {
  const items = await Promise.all(months.map(month => get(table, keyOf(report, month))));
  return items.flatMap(item => (item ? [IssuedFigures.parse(item)] : []));
}

/** Enters figures as issued, beside those of their month already there; a figure issued again replaces the old one. */
export async function issueFigures(table: Table, report: string, { month, figures }: IssuedFigures): Promise<void> {
  await putOnce(table, { ...keyOf(report, month), month, figures: {} });
  const entries = Object.entries(figures);
  await update(table, keyOf(report, month), {
    set: entries.map((_, at) => `figures.#code${at} = :value${at}`),
    condition: 'attribute_exists(pk)',
    names: Object.fromEntries(entries.map(([code], at) => [`#code${at}`, code])),
    values: Object.fromEntries(entries.map(([, value], at) => [`:value${at}`, value])),
  });
}

function keyOf(report: string, month: Month) {
  return { pk: `SERIES#${report}`, sk: month };
}
