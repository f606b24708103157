import * as z from 'zod/mini';
import { Term } from '../calendar/term.ts';
import { TaskStatus } from '../collection/answers.ts';
import { Part } from '../collection/edit.ts';
import type { Submission } from '../collection/submission.ts';
import { isUnanswered } from '../collection/unanswered.ts';
import type { Given } from '../figures/asking.ts';
import type { Known } from '../figures/known.ts';
import { measuresOf } from '../figures/measures.ts';
import { inRowsOf } from '../figures/row-numbers.ts';
import type { Department } from '../office/department.ts';
import { formulasOf } from '../office/formulas-of.ts';
import type { Indicator } from '../office/indicator.ts';
import type { List } from '../office/list.ts';
import { indicatorsIn, listsIn, ownerIn, ownersIn, tasksIn } from '../office/owing.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import { Id } from '../text/id.ts';
import { own } from '../text/own.ts';
import { figureTold, ReportedFigure } from './reported-figure.ts';

/** What the letter says in place of a unit's own words, and where, if not in their place. */
const Edited = z.object({ text: z.string(), place: z.optional(Part) });
export type Edited = z.infer<typeof Edited>;

const ReportedOutcome = z.object({
  task: Id,
  unit: z.optional(Id),
  unitName: z.string(),
  missing: z.boolean(),
  text: z.string(),
  status: z.optional(TaskStatus),
  edited: z.optional(Edited),
});
export type ReportedOutcome = z.infer<typeof ReportedOutcome>;

/** A row of a list, and whose it is. */
const ReportedRow = z.object({ unit: Id, cells: z.record(Id, z.string()) });
export type ReportedRow = z.infer<typeof ReportedRow>;

/** Báo cáo tổng hợp: the numbers and texts of a closed period, every figure decided, no wording. */
export const Report = z.object({
  department: Id,
  report: Id,
  month: Term,
  figures: z.array(ReportedFigure),
  outcomes: z.array(ReportedOutcome),
  lists: z.optional(z.array(z.object({ list: Id, rows: z.array(ReportedRow) }))),
  further: z.array(z.object({ unit: Id, text: z.string(), edited: z.optional(Edited) })),
  missing: z.array(z.object({ id: Id, name: z.string() })),
});
export type Report = z.infer<typeof Report>;

export type Closed = {
  department: Department;
  definition: ReportDefinition;
  month: Term;
  /** Every unit that owed, with what the fence kept of it; undefined when it handed in nothing. */
  submissions: ReadonlyMap<string, Submission | undefined>;
  known: Known;
};

/** Compiles a closed period. Pure and exact: the same input gives the same report, whenever it runs. */
export function compile({ department, definition, month: term, submissions, known }: Closed): Report {
  const nameOf = (unit: string | undefined) => department.units.find(({ id }) => id === unit)?.name ?? '';
  const indicators = indicatorsIn(definition, term);
  const given = givenFrom(submissions);
  const { yearBegins } = definition;
  const units = department.units.map(({ id }) => id);
  const lists = listsIn(definition, term);
  const owers = new Map([...indicators, ...lists].map(owed => [owed, ownersIn(department, owed, term)]));
  const owing = (owed: Indicator | List) => owers.get(owed) ?? [];
  const asked = { indicators, lists, formulas: formulasOf(indicators), inRow: inRowsOf(lists), owing };
  const measures = measuresOf({ term, yearBegins, known, given, units, ...asked });
  return {
    department: department.id,
    report: definition.id,
    month: term,
    figures: indicators.map(indicator => figureTold(indicator, { known, measures, given, term, owing })),
    outcomes: tasksIn(definition, term).flatMap(task =>
      (task.owedBy ? ownersIn(department, task, term) : [ownerIn(task, term)]).map(unit => {
        const submission = unit === undefined ? undefined : submissions.get(unit);
        const text = own(submission?.outcomes ?? {}, task.id);
        return {
          task: task.id,
          unit,
          unitName: nameOf(unit),
          missing: submission === undefined || isUnanswered(task.id, submission),
          text: text ?? '',
          status: own(submission?.statuses ?? {}, task.id),
        };
      }),
    ),
    ...(lists.length > 0 ? { lists: lists.map(({ id }) => ({ list: id, rows: rowsOf(id, given) })) } : {}),
    further: [...submissions].flatMap(([unit, submission]) =>
      submission?.further ? [{ unit, text: submission.further }] : [],
    ),
    missing: [...submissions].flatMap(([id, submission]) => (submission ? [] : [{ id, name: nameOf(id) }])),
  };
}

/** What each unit that handed in gave. */
function givenFrom(submissions: Closed['submissions']): Map<string, Given> {
  return new Map(
    [...submissions].flatMap(([unit, submission]) =>
      submission ? [[unit, { figures: submission.figures, lists: submission.lists ?? {} }] as const] : [],
    ),
  );
}

function rowsOf(list: string, given: ReadonlyMap<string, Given>): ReportedRow[] {
  return [...given].flatMap(([unit, { lists }]) => (own(lists, list) ?? []).map(cells => ({ unit, cells })));
}
