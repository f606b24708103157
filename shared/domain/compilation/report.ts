import * as z from 'zod/mini';
import { Month } from '../calendar/month.ts';
import { TaskStatus } from '../collection/answers.ts';
import type { Submission } from '../collection/submission.ts';
import { compared, restatedBy } from '../figures/comparing.ts';
import { type Figure, FigureState, isGiven } from '../figures/figure.ts';
import type { Past, Series } from '../figures/series.ts';
import type { Department } from '../office/department.ts';
import type { Indicator } from '../office/indicator.ts';
import { indicatorsIn, ownerIn, tasksIn } from '../office/owing.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import { Id } from '../text/id.ts';
import { own } from '../text/own.ts';

/** A change against one earlier month. */
const ReportedChange = z.object({
  with: z.enum(['previous-month', 'same-month-last-year']),
  as: z.enum(['percent', 'points']),
  against: Month,
  base: z.optional(z.string()),
  direction: z.enum(['up', 'down', 'flat']),
  amount: z.string(),
});
export type ReportedChange = z.infer<typeof ReportedChange>;

const ReportedFigure = z.object({
  code: Id,
  unit: z.optional(Id),
  state: FigureState,
  value: z.optional(z.string()),
  restates: z.optional(z.string()),
  changes: z.array(ReportedChange),
  note: z.optional(z.string()),
});
export type ReportedFigure = z.infer<typeof ReportedFigure>;

const ReportedOutcome = z.object({
  task: Id,
  unit: z.optional(Id),
  unitName: z.string(),
  missing: z.boolean(),
  text: z.string(),
  status: z.optional(TaskStatus),
});
export type ReportedOutcome = z.infer<typeof ReportedOutcome>;

/** Báo cáo tổng hợp: the numbers and texts of a closed period, every figure decided, no wording. */
export const Report = z.object({
  department: Id,
  report: Id,
  month: Month,
  figures: z.array(ReportedFigure),
  outcomes: z.array(ReportedOutcome),
  further: z.array(z.object({ unit: Id, text: z.string() })),
  missing: z.array(z.object({ id: Id, name: z.string() })),
});
export type Report = z.infer<typeof Report>;

export type Closed = {
  department: Department;
  definition: ReportDefinition;
  month: Month;
  /** Every unit that owed, with what the fence kept of it; undefined when it handed in nothing. */
  submissions: ReadonlyMap<string, Submission | undefined>;
  series: Series;
};

/** Compiles a closed period. Pure and exact: the same input gives the same report, whenever it runs. */
export function compile({ department, definition, month, submissions, series }: Closed): Report {
  /** What nobody owes, nobody has handed in. */
  const handedIn: ReadonlyMap<string | undefined, Submission | undefined> = submissions;
  const nameOf = (unit: string | undefined) => department.units.find(({ id }) => id === unit)?.name ?? '';
  return {
    department: department.id,
    report: definition.id,
    month,
    figures: indicatorsIn(definition, month).map(indicator => {
      const figures = handedIn.get(ownerIn(indicator, month))?.figures;
      return reportedFigure(indicator, figures?.[indicator.code], { month, series });
    }),
    outcomes: tasksIn(definition, month).map(task => {
      const unit = ownerIn(task, month);
      const submission = handedIn.get(unit);
      const text = submission?.outcomes[task.id];
      return {
        task: task.id,
        unit,
        unitName: nameOf(unit),
        missing: text === undefined,
        text: text ?? '',
        status: own(submission?.statuses ?? {}, task.id),
      };
    }),
    further: [...submissions].flatMap(([unit, submission]) =>
      submission?.further ? [{ unit, text: submission.further }] : [],
    ),
    missing: [...submissions].flatMap(([id, submission]) => (submission ? [] : [{ id, name: nameOf(id) }])),
  };
}

/**
 * A figure as the report tells it: with every change that can be told, and with nothing that is not used. One that was not
 * handed in is missing.
 */
export function reportedFigure(indicator: Indicator, figure: Figure | undefined, past: Past): ReportedFigure {
  const whose = { code: indicator.code, unit: ownerIn(indicator, past.month) };
  if (!figure) return { ...whose, state: 'missing', changes: [] };
  const { state, value, note } = figure;
  const restates = restatedBy(indicator, figure);
  return { ...whose, state, value, restates, note, changes: changesOf(indicator, figure, past) };
}

function changesOf(indicator: Indicator, figure: Figure, past: Past): ReportedChange[] {
  if (!isGiven(figure)) return [];
  return indicator.comparisons.flatMap(comparison => {
    const { against, base, change } = compared(indicator, comparison, figure, past);
    return change ? [{ with: comparison.with, as: comparison.as, against, base, ...change }] : [];
  });
}
