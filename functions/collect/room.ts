import { periodNamed } from '../../shared/aws/periods.ts';
import { issuedFigures } from '../../shared/aws/series.ts';
import { type Table, tableNamed } from '../../shared/aws/table.ts';
import { config } from '../../shared/config.ts';
import { monthsAfter } from '../../shared/domain/calendar/month.ts';
import type { Past } from '../../shared/domain/figures/series.ts';
import { monthsComparedWith, seriesOf } from '../../shared/domain/figures/series.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { type Owed, owedByEach, reportNamed } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { problem } from '../../shared/domain/problem.ts';

/** Where `collect` works. */
export type Room = { table: Table };

export function room(): Room {
  return { table: tableNamed(config('TABLE').TABLE) };
}

/** What a unit is asked in a period, by the definition the period pinned. */
export type Asked = {
  department: Department;
  definition: ReportDefinition;
  period: Period;
  unitName: string;
  owed: Owed;
  /** The period of the month before, where there was one. */
  before: Period | undefined;
  /** What its figures are compared with. */
  past: Past;
};

/** What all units of a period are asked from. */
type PeriodAsked = {
  asked: Omit<Asked, 'unitName' | 'owed'>;
  nameOf: ReadonlyMap<string, string>;
  owedBy: (unit: string) => Owed;
};

const known = new Map<string, PeriodAsked>();

type UnitName = { report: string; month: string; unit: string };

/** What a unit is asked. @throws Problem 401 when the period is not there, or the unit owes nothing in it */
export async function askedOf(room: Room, unit: UnitName): Promise<Asked> {
  const asked = askedIn(await periodAsked(room, unit.report, unit.month), unit);
  if (!asked) throw problem.noSession();
  return asked;
}

/** The same where this process knows it already; undefined where the table would have to be asked. */
export function askedRemembered({ table }: Room, unit: UnitName): Asked | undefined {
  const remembered = known.get(nameOf(table, unit.report, unit.month));
  return remembered && askedIn(remembered, unit);
}

function askedIn({ asked, nameOf, owedBy }: PeriodAsked, { unit }: UnitName): Asked | undefined {
  const unitName = nameOf.get(unit);
  return unitName === undefined ? undefined : { ...asked, unitName, owed: owedBy(unit) };
}

/**
 * All of it was fixed when the period opened, so it is read once in the life of the process; the period's state, which does
 * change, is not to be read from it. Only the month before may still be issued meanwhile: until it was, what is known is not
 * kept.
 */
async function periodAsked({ table }: Room, report: string, month: string): Promise<PeriodAsked> {
  const name = nameOf(table, report, month);
  const remembered = known.get(name);
  if (remembered) return remembered;
  const compared = monthsComparedWith(month);
  const lastMonth = monthsAfter(month, -1);
  const [period, before, issued, { officeOf }] = await Promise.all([
    periodNamed(table, { report, month }),
    periodNamed(table, { report, month: lastMonth }),
    issuedFigures(table, report, compared),
    // Loaded while the table is waited for.
    import('./office.ts'),
  ]);
  if (!period) throw problem.noSession();
  const department = await officeOf(period.definition);
  const definition = reportNamed(department, report);
  if (!definition) throw problem.noSession();
  const series = seriesOf(department.history, issued);
  const past = { month, series: new Map(compared.map(each => [each, series.get(each) ?? new Map()])) };
  const periodAsked = {
    asked: { department, definition, period, before, past },
    nameOf: new Map(period.units.map(unit => [unit.id, unit.name])),
    owedBy: owedByEach(definition, month),
  };
  if (series.has(lastMonth)) known.set(name, periodAsked);
  return periodAsked;
}

function nameOf({ name }: Table, report: string, month: string): string {
  return `${name} ${report} ${month}`;
}
