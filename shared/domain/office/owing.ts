import { cadenceOf, lastMonthOf, monthsOf, type Term } from '../calendar/term.ts';
import type { Department } from './department.ts';
import { addsUp, type Indicator } from './indicator.ts';
import type { List } from './list.ts';
import type { Owing } from './owing-units.ts';
import type { Owner } from './owner.ts';
import type { ReportDefinition } from './report-definition.ts';
import type { Rule } from './rule.ts';
import type { Task } from './task.ts';
import type { Unit } from './unit.ts';
import { standsIn } from './validity.ts';

/**
 * What is asked of one unit; and of the whole report what is made of others' figures, and what has to hold among those of each unit.
 */
export type Owed = {
  indicators: Indicator[];
  tasks: Task[];
  lists?: List[];
  computed?: Indicator[];
  rules?: RuleToKeep[];
};

/** A rule of an office, or that parts make their whole: then its sides may lie as far apart as `tolerance`. */
export type RuleToKeep = Rule & { tolerance?: string };

/** Something that one unit owes, or many, or nobody. */
type OwedThing = {
  owner?: Owner | undefined;
  owedBy?: Owing | undefined;
  source?: Indicator['source'];
  kind?: Indicator['kind'];
};

/** The unit that owes an indicator, a task or a list in a term: the last one it was handed to by then; undefined where many owe it. */
export function ownerIn({ owner, owedBy }: OwedThing, term: Term): string | undefined {
  const month = lastMonthOf(term);
  return owedBy ? undefined : owner?.findLast(turn => (turn.from ?? month) <= month)?.unit;
}

/**
 * The units that owe it in a term, in the order of department.yaml. Of what adds up from shorter terms also those that were there
 * in one of them: what a unit gave before it was merged away is part of the quarter.
 */
export function ownersIn({ units }: Pick<Department, 'units'>, owed: OwedThing, term: Term): string[] {
  const { owedBy, source } = owed;
  const owner = ownerIn(owed, term);
  if (!owedBy) return owner === undefined ? [] : [owner];
  const within = source && addsUp(owed) ? monthsOf(term) : [term];
  return units
    .filter(unit => within.some(each => standsIn(unit, each)) && (owedBy === 'all' || owedBy.includes(unit.id)))
    .map(({ id }) => id);
}

/** The indicators of a report in a term, in the order of the file: those that are asked for, and those made of others. */
export function indicatorsIn(report: ReportDefinition, term: Term): Indicator[] {
  return report.indicators.filter(indicator => standsIn(indicator, term));
}

/** The tasks a report asks about in a term, in the order of the file. */
export function tasksIn(report: ReportDefinition, term: Term): Task[] {
  return report.tasks.filter(task => standsIn(task, term));
}

/** The lists a report asks for in a term, in the order of the file. */
export function listsIn(report: ReportDefinition, term: Term): List[] {
  return (report.lists ?? []).filter(list => standsIn(list, term));
}

/** What one unit owes a report in a term. */
export function owedBy(report: ReportDefinition, unit: string, term: Term): Owed {
  return owedByEach(report, term)(unit);
}

/** What each unit owes a report in a term, for who asks of many: the report is gone through once. */
export function owedByEach(report: ReportDefinition, term: Term): (unit: string) => Owed {
  const all = indicatorsIn(report, term);
  const indicators = byUnit(
    all.filter(indicator => !isMade(indicator)),
    term,
  );
  const tasks = byUnit(tasksIn(report, term), term);
  const lists = byUnit(listsIn(report, term), term);
  const computed = all.filter(isMade);
  const rules = [...(report.rules ?? []), ...sumsOfParts(all)];
  return unit => ({
    ...{ indicators: indicators(unit), tasks: tasks(unit), lists: lists(unit) },
    ...(computed.length > 0 ? { computed } : {}),
    ...(rules.length > 0 ? { rules } : {}),
  });
}

/** True of what no unit is asked for: it is made of other figures. */
export function isMade({ formula, source }: Pick<Indicator, 'formula' | 'source'>): boolean {
  return formula !== undefined || source !== undefined;
}

/** Parts make their whole, where the office says how far they may be from it; farther than that is to be explained. */
function sumsOfParts(indicators: Indicator[]): RuleToKeep[] {
  return indicators.flatMap(({ code, tolerance }) => {
    const parts = indicators.filter(({ partOf }) => partOf === code).map(part => part.code);
    if (tolerance === undefined || parts.length === 0) return [];
    return [{ rule: `${parts.join(' + ')} = ${code}`, otherwise: 'explain' as const, tolerance }];
  });
}

/** What a unit owes of some, in their order: what is its own, and what many owe and it too. */
function byUnit<Thing extends OwedThing>(things: Thing[], term: Term): (unit: string) => Thing[] {
  const own = Map.groupBy(things, thing => ownerIn(thing, term));
  const many = things.filter(({ owedBy }) => owedBy);
  if (many.length === 0) return unit => own.get(unit) ?? [];
  const order = new Map(things.map((thing, at) => [thing, at]));
  const placeOf = (thing: Thing) => order.get(thing) ?? 0;
  return unit => {
    const shared = many.filter(({ owedBy }) => owedBy === 'all' || owedBy?.includes(unit));
    return [...(own.get(unit) ?? []), ...shared].sort((one, other) => placeOf(one) - placeOf(other));
  };
}

/** The units that owe a report anything in a term, in the order of department.yaml. */
export function unitsOwing(department: Department, report: ReportDefinition, term: Term): Unit[] {
  const owed = owedByEach(report, term);
  return department.units.filter(unit => {
    if (!standsIn(unit, term)) return false;
    const { indicators, tasks, lists } = owed(unit.id);
    return indicators.length + tasks.length + (lists?.length ?? 0) > 0;
  });
}

/** True of a report that is made of a term: of its cadence, and no earlier or later than the report exists. */
export function madeOf({ cadence = 'month', first, last }: ReportDefinition, term: Term): boolean {
  return cadenceOf(term) === cadence && first <= term && term <= (last ?? term);
}

/** True of a report that has an indicator which many units owe: each of them then has figures of its own. */
export function asksManyForOne({ indicators }: ReportDefinition): boolean {
  return indicators.some(({ owedBy }) => owedBy);
}

/**
 * The report with this id; undefined when the department has none. What it takes from another report is what it is there: of the
 * same kind, of as many units, with the same total.
 */
export function reportNamed({ reports }: Department, id: string): ReportDefinition | undefined {
  const report = reports.find(each => each.id === id);
  if (!report?.indicators.some(({ source }) => source)) return report;
  const indicators = report.indicators.map(indicator => {
    const { kind, owedBy, total } = takenFrom(reports, indicator.source) ?? {};
    return { ...(kind && { kind }), ...(owedBy && { owedBy }), ...(total && { total }), ...indicator };
  });
  return { ...report, indicators };
}

/** The indicator of another report that one is taken from. */
export function takenFrom(reports: ReportDefinition[], source: Indicator['source']): Indicator | undefined {
  const from = reports.find(({ id }) => id === source?.report);
  return from?.indicators.find(({ code }) => code === source?.indicator);
}
