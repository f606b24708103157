import type { Term } from '../../shared/domain/calendar/term.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import { accept } from '../../shared/domain/collection/submission.ts';
import { knownFrom } from '../../shared/domain/figures/known.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { madeOf, type Owed, owedBy, reportNamed } from '../../shared/domain/office/owing.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import type { FolderFault } from './fault.ts';
import type { YamlFile } from './yaml-file.ts';

/** What a unit hands in, by report; `term` when it is known which term it is for. */
type HandedIn = { unit: string; byReport: Map<string, Answers>; term: Term | undefined };

/**
 * What the form would refuse, with the line it stands on. Of a term that is known also what is owed and not answered; else
 * each answer is looked at by itself.
 */
export function refusedAnswers(
  { unit, byReport, term }: HandedIn,
  department: Department,
  { file, content, lineOf }: YamlFile,
): FolderFault[] {
  const known = knownFrom(department.history, [], department.plan);
  return [...byReport].flatMap(([id, answers]) => {
    const definition = reportNamed(department, id);
    const owed = definition && (term ? owedIn(definition, unit, term) : answeredIn(definition, answers));
    const past = term ? { month: term, unit, known, yearBegins: definition?.yearBegins } : undefined;
    const verdict = owed && accept(answers, owed, past);
    if (verdict?.kind !== 'refused') return [];
    return verdict.faults.map(({ field, message }) => {
      const path = field.split('.');
      const own = ['reports', id, ...path.slice(0, 2)];
      const line = lineOf(holds(content, own) ? ['reports', id, ...path] : path);
      return { file, line, message: `"${field}" không được nhận`, hint: message };
    });
  });
}

/** Nothing of a report that does not exist in the term. */
function owedIn(definition: ReportDefinition, unit: string, term: Term): Owed | undefined {
  return madeOf(definition, term) ? owedBy(definition, unit, term) : undefined;
}

function answeredIn({ indicators, tasks, lists = [] }: ReportDefinition, answers: Answers): Owed {
  const { figures, outcomes, statuses = {}, lists: rows = {} } = answers;
  return {
    indicators: indicators.filter(({ code }) => Object.hasOwn(figures, code)),
    tasks: tasks.filter(({ id }) => Object.hasOwn(outcomes, id) || Object.hasOwn(statuses, id)),
    lists: lists.filter(({ id }) => Object.hasOwn(rows, id)),
  };
}

function holds(content: unknown, path: string[]): boolean {
  let inner = content;
  for (const part of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, part)) return false;
    inner = Reflect.get(inner, part);
  }
  return true;
}
