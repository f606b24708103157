import { editionsOf } from '../../shared/aws/editions.ts';
import type { FigureRow } from '../../shared/domain/compilation/figures-table.ts';
import { unitNames } from '../../shared/domain/office/unit.ts';
import type { ComparedWith, HandedInAs } from '../../templates/pages/figures/source.ts';
import type { CompiledNow } from './compiled-now.ts';
import type { Room } from './session.ts';

/** Who handed in what a figure is made of, by unit: which revision, and when. */
export function handedInOf({ department, heads }: CompiledNow, row: FigureRow): Map<string, HandedInAs> {
  const units = [row, ...row.units].flatMap(({ figure: { unit } }) => unit ?? []);
  const named = unitNames(department);
  return new Map(
    units.flatMap(unit => {
      const { revision = 0, receivedAt = 0 } = heads.get(unit) ?? {};
      return revision > 0 ? [[unit, { unit, name: named.get(unit) ?? unit, revision, receivedAt }]] : [];
    }),
  );
}

/** What the figure is compared with, each with the newest letter of its term that went out. */
export async function comparedOf(
  { table }: Room,
  { report }: { report: string },
  { figure }: FigureRow,
): Promise<ComparedWith[]> {
  const bases = new Map(
    figure.changes.flatMap(({ with: against, against: term, base }) =>
      base !== undefined && against !== 'plan' ? [[term, base] as const] : [],
    ),
  );
  return Promise.all(
    [...bases].map(async ([against, base]) => {
      const edition = (await editionsOf(table, { report, month: against })).findLast(({ held }) => !held);
      return { against, base, edition: edition && { number: edition.number, date: edition.date } };
    }),
  );
}
