import { periodNamed } from '../../shared/aws/periods.ts';
import { pastIn } from '../../shared/aws/series.ts';
import { type Table, tableNamed } from '../../shared/aws/table.ts';
import { config } from '../../shared/config.ts';
import { termBefore } from '../../shared/domain/calendar/term.ts';
import { knowsTerm } from '../../shared/domain/figures/known.ts';
import type { Past } from '../../shared/domain/figures/past.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { asksManyForOne, type Owed, owedByEach, reportNamed } from '../../shared/domain/office/owing.ts';
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
  asked: Omit<Asked, 'unitName' | 'owed' | 'past'>;
  nameOf: ReadonlyMap<string, string>;
  owedBy: (unit: string) => Owed;
};

const known = new Map<string, PeriodAsked>();
const pasts = new Map<string, Past>();

type UnitName = { report: string; month: string; unit: string };

/** What a unit is asked. @throws Problem 401 when the period is not there, or the unit owes nothing in it */
export async function askedOf(room: Room, unit: UnitName): Promise<Asked> {
  const period = await periodAsked(room, unit.report, unit.month);
  const asked = askedIn(period, unit, await pastOf(room, period.asked, unit));
  if (!asked) throw problem.noSession();
  return asked;
}

/** The same where this process knows it already; undefined where the table would have to be asked. */
export function askedRemembered({ table }: Room, unit: UnitName): Asked | undefined {
  const remembered = known.get(nameOf(table, unit.report, unit.month));
  const past = remembered && pasts.get(nameOfPast(table, remembered.asked, unit));
  return past && askedIn(remembered, unit, past);
}

function askedIn({ asked, nameOf, owedBy }: PeriodAsked, { unit }: UnitName, past: Past): Asked | undefined {
  const unitName = nameOf.get(unit);
  return unitName === undefined ? undefined : { ...asked, unitName, owed: owedBy(unit), past: { ...past, unit } };
}

/**
 * All of it was fixed when the period opened, so it is read once in the life of the process; the period's state, which does
 * change, is not to be read from it.
 */
async function periodAsked({ table }: Room, report: string, month: string): Promise<PeriodAsked> {
  const name = nameOf(table, report, month);
  const remembered = known.get(name);
  if (remembered) return remembered;
  const [period, before, { officeOf }] = await Promise.all([
    periodNamed(table, { report, month }),
    periodNamed(table, { report, month: termBefore(month) }),
    // Loaded while the table is waited for.
    import('./office.ts'),
  ]);
  if (!period) throw problem.noSession();
  const department = await officeOf(period.definition);
  const definition = reportNamed(department, report);
  if (!definition) throw problem.noSession();
  const periodAsked = {
    asked: { department, definition, period, before },
    nameOf: new Map(period.units.map(unit => [unit.id, unit.name])),
    owedBy: owedByEach(definition, month),
  };
  known.set(name, periodAsked);
  return periodAsked;
}

/**
 * Only the term before may still be issued while a period is open: until it was, what is known is not kept. Nor is what is taken from
 * another report, whose terms are issued all the while.
 */
async function pastOf({ table }: Room, asked: PeriodAsked['asked'], { unit }: UnitName): Promise<Past> {
  const { department, definition, period } = asked;
  const name = nameOfPast(table, asked, { unit });
  const remembered = pasts.get(name);
  if (remembered) return remembered;
  const past = await pastIn(table, department, period, { unit });
  const takesNone = !definition.indicators.some(({ source }) => source);
  if (takesNone && knowsTerm(past.known, termBefore(period.month))) pasts.set(name, past);
  return past;
}

/** One for all units, but where they owe the same: then each has its own. */
function nameOfPast(table: Table, { definition, period }: PeriodAsked['asked'], { unit }: { unit: string }): string {
  return `${nameOf(table, period.report, period.month)} ${asksManyForOne(definition) ? unit : ''}`;
}

function nameOf({ name }: Table, report: string, month: string): string {
  return `${name} ${report} ${month}`;
}
