import { type Month, within } from '../calendar/month.ts';
import type { Department } from './department.ts';
import type { Indicator } from './indicator.ts';
import type { ReportDefinition } from './report-definition.ts';
import type { Task } from './task.ts';
import type { Unit } from './unit.ts';

/** What is asked of one unit. */
export type Owed = { indicators: Indicator[]; tasks: Task[] };

/** The unit that owes an indicator or a task in a month: the last one it was handed to by then. */
export function ownerIn(owed: { owner: Indicator['owner'] }, month: Month): string | undefined {
  return owed.owner.findLast(owner => (owner.from ?? month) <= month)?.unit;
}

/** The indicators a report asks for in a month, in the order of the file. */
export function indicatorsIn(report: ReportDefinition, month: Month): Indicator[] {
  return report.indicators.filter(indicator => within(indicator, month));
}

/** The tasks a report asks about in a month, in the order of the file. */
export function tasksIn(report: ReportDefinition, month: Month): Task[] {
  return report.tasks.filter(task => within(task, month));
}

/** What one unit owes a report in a month. */
export function owedBy(report: ReportDefinition, unit: string, month: Month): Owed {
  return owedByEach(report, month)(unit);
}

/** What each unit owes a report in a month, for who asks of many: the report is gone through once. */
export function owedByEach(report: ReportDefinition, month: Month): (unit: string) => Owed {
  const indicators = Map.groupBy(indicatorsIn(report, month), owed => ownerIn(owed, month));
  const tasks = Map.groupBy(tasksIn(report, month), owed => ownerIn(owed, month));
  return unit => ({ indicators: indicators.get(unit) ?? [], tasks: tasks.get(unit) ?? [] });
}

/** The units that owe a report anything in a month, in the order of department.yaml. */
export function unitsOwing(department: Department, report: ReportDefinition, month: Month): Unit[] {
  const owing = new Set([...indicatorsIn(report, month), ...tasksIn(report, month)].map(owed => ownerIn(owed, month)));
  return department.units.filter(unit => within(unit, month) && owing.has(unit.id));
}

/** The report with this id; undefined when the department has none. */
export function reportNamed(department: Department, id: string): ReportDefinition | undefined {
  return department.reports.find(report => report.id === id);
}
