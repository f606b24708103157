import { type Correction, correctable, corrected } from '../domain/collection/correction.ts';
import { named } from '../domain/collection/field-names.ts';
import { accept, type Submission } from '../domain/collection/submission.ts';
import type { Department } from '../domain/office/department.ts';
import { type Owed, owedBy, reportNamed } from '../domain/office/owing.ts';
import type { Period } from '../domain/office/period.ts';
import { type Fault, problem } from '../domain/problem.ts';
import { withLineEnds } from '../domain/text/line-ends.ts';
import { Reason } from '../domain/text/reason.ts';
import type { Head } from './heads.ts';
import { pastIn } from './series.ts';
import type { Table } from './table.ts';

export type Wanting = {
  period: Period;
  department: Department;
  head: Head;
  owed: Owed;
  /** What was typed: `field`, `after`, `reason`. */
  typed: URLSearchParams;
  /** Who of the office asks in the unit's place. */
  by?: string;
  now: number;
};

export type Wanted =
  | { kind: 'wanted'; correction: Omit<Correction, 'number' | 'decided'> }
  /** With what was typed, and what is wrong with it. */
  | { kind: 'refused'; field: string; after: string; reason: string; wrong: string[] };

/** A correction as it was typed, judged as a hand-in of it would be. @throws Problem 404 for what is nothing to correct */
export async function wantedCorrection(table: Table, wanting: Wanting): Promise<Wanted> {
  const { period, department, head, owed, typed, by, now } = wanting;
  const [field, after, why] = ['field', 'after', 'reason'].map(name => withLineEnds(typed.get(name) ?? '').trim());
  const one = head.answers && correctable(owed, head.answers).find(each => each.field === field);
  if (!one || after === undefined || why === undefined) throw problem.notFound();
  const reason = Reason.safeParse(why.replace(/\s+/g, ' '));
  const refused = (wrong: string[]): Wanted => ({ kind: 'refused', field: one.field, after, reason: why, wrong });
  const faults = [
    after === '' ? ['Hãy ghi số hoặc nội dung đúng.'] : [],
    after !== '' && after === one.before ? ['Số hoặc nội dung đúng chưa khác gì điều đã nộp.'] : [],
    reason.success ? [] : [`Hãy ghi lý do: ${reason.error.issues[0]?.message ?? 'chưa đúng'}.`],
  ].flat();
  if (faults.length > 0 || !reason.success) return refused(faults);
  const { report, month, unit } = head;
  const correction = { report, month, unit, ...one, after, reason: reason.data, ...(by && { by }), at: now };
  const verdict = await withCorrections(table, {
    ...{ period, department, head },
    corrections: [{ ...correction, number: 1 }],
  });
  if (verdict.kind === 'refused') return refused(named(verdict.faults, owed).map(({ message }) => message));
  return { kind: 'wanted', correction };
}

export type Correcting = { period: Period; department: Department; head: Head; corrections: Correction[] };

/** What a unit's part is with some corrections, judged as a hand-in is. */
export async function withCorrections(
  table: Table,
  { period, department, head, corrections }: Correcting,
): Promise<
  | { kind: 'accepted'; answers: NonNullable<Head['answers']>; submission: Submission }
  | { kind: 'refused'; faults: Fault[] }
> {
  const definition = reportNamed(department, period.report);
  if (!definition || !head.answers) throw new Error(`nothing to correct: ${head.unit}`);
  const answers = corrected(head.answers, corrections);
  const past = { ...(await pastIn(table, department, period, { unit: head.unit })), unit: head.unit };
  const verdict = accept(answers, owedBy(definition, head.unit, period.month), past);
  return verdict.kind === 'refused' ? verdict : { ...verdict, answers };
}
