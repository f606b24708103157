import { departmentPublished } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { editsOf } from '../../shared/aws/edits.ts';
import { type Head, headsOf } from '../../shared/aws/heads.ts';
import { type Beside, knownIn } from '../../shared/aws/series.ts';
import type { Term } from '../../shared/domain/calendar/term.ts';
import { withEdits } from '../../shared/domain/compilation/edited.ts';
import { compile, type Report } from '../../shared/domain/compilation/report.ts';
import type { Known } from '../../shared/domain/figures/known.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { reportNamed } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { problem } from '../../shared/domain/problem.ts';
import type { Room } from './session.ts';

export type CompiledNow = {
  department: Department;
  definition: ReportDefinition;
  report: Report;
  known: Known;
  /** What each unit has handed in. */
  heads: ReadonlyMap<string, Head>;
};

/** The terms shown beside a report of a term; of an office whose years begin in another month, that month too. */
export type AlsoShown = (term: Term, yearBegins: number | undefined) => Beside;

/**
 * The report as it would be if the period closed now, by the code that will make it; after the close, as it was. Looked at,
 * not fenced: what is handed in a moment later is in the letter all the same. `also` are terms that are shown beside it.
 */
export async function compiledNow({ table, archive }: Room, period: Period, also?: AlsoShown): Promise<CompiledNow> {
  const [department, heads, editions, edits] = await Promise.all([
    departmentPublished(archive, period.definition),
    headsOf(table, period),
    editionsOf(table, period),
    editsOf(table, period),
  ]);
  const definition = reportNamed(department, period.report);
  if (!definition) throw problem.notFound();
  const known = await knownIn(
    table,
    { department, definition, term: period.month },
    { also: also?.(period.month, definition.yearBegins) },
  );
  const left = new Set((editions.at(-1)?.unclosed ?? []).map(({ id }) => id));
  const submissions = new Map(period.units.map(({ id }) => [id, left.has(id) ? undefined : heads.get(id)?.submission]));
  const report = withEdits(compile({ department, definition, month: period.month, submissions, known }), edits);
  return { department, definition, report, known, heads };
}
