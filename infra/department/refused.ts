import type { Month } from '../../shared/domain/calendar/month.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import { accept } from '../../shared/domain/collection/submission.ts';
import { knownFrom } from '../../shared/domain/figures/known.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { type Owed, owedBy, reportNamed } from '../../shared/domain/office/owing.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import type { FolderFault } from './fault.ts';
import type { YamlFile } from './yaml-file.ts';

/** What a unit hands in, by report; `month` when it is known which month it is for. */
type HandedIn = { unit: string; byReport: Map<string, Answers>; month: Month | undefined };

/**
 * What the form would refuse, with the line it stands on. Of a month that is known also what is owed and not answered; else
 * each answer is looked at by itself.
 */
export function refusedAnswers(
  { unit, byReport, month }: HandedIn,
  department: Department,
  { file, content, lineOf }: YamlFile,
): FolderFault[] {
  const past = month ? { month, unit, known: knownFrom(department.history, [], department.plan) } : undefined;
  return [...byReport].flatMap(([id, answers]) => {
    const definition = reportNamed(department, id);
    const owed = definition && (month ? owedIn(definition, unit, month) : answeredIn(definition, answers));
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

/** Nothing of a report that does not exist in the month. */
function owedIn(definition: ReportDefinition, unit: string, month: Month): Owed | undefined {
  const exists = definition.first <= month && month <= (definition.last ?? month);
  return exists ? owedBy(definition, unit, month) : undefined;
}

function answeredIn({ indicators, tasks }: ReportDefinition, { figures, outcomes }: Answers): Owed {
  return {
    indicators: indicators.filter(({ code }) => Object.hasOwn(figures, code)),
    tasks: tasks.filter(({ id }) => Object.hasOwn(outcomes, id)),
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
