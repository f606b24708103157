import { lastMonthOf, type Term } from '../../shared/domain/calendar/term.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import { compile } from '../../shared/domain/compilation/report.ts';
import type { Figure } from '../../shared/domain/figures/figure.ts';
import { knownFrom } from '../../shared/domain/figures/known.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { unitsOwing } from '../../shared/domain/office/owing.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { timetable } from '../../shared/domain/office/timetable.ts';

/** A month of a report, to be tried before anybody has handed in anything. */
export type Trial = { department: Department; definition: ReportDefinition; month: Term };

/**
 * The letter of a month in which every unit hands in the same, or nothing; what other reports issued is as what is handed in.
 * @throws {WordingFault} when letter.md names what the report does not have, or is no Liquid
 */
export function triedLetter({ department, definition, month }: Trial, submission: Submission | undefined): Letter {
  const submissions = new Map(unitsOwing(department, definition, month).map(({ id }) => [id, submission]));
  const taken = definition.indicators.flatMap(({ code, source }) => {
    const value = source && submission?.figures[code]?.value;
    return value === undefined ? [] : [[code, value] as const];
  });
  const known = knownFrom([], [{ month, figures: Object.fromEntries(taken) }]);
  const report = compile({ department, definition, month, submissions, known });
  const { window } = timetable(department, definition, month);
  return compose({ department, definition, report, window, date: `${lastMonthOf(month)}-01` });
}

/** A submission that answers everything in the same way: each figure in one state, each text made of the task's id. */
export function uniform(
  definition: ReportDefinition,
  state: Figure['state'],
  text: (about: string) => string,
): Submission {
  const given = state === 'reported' || state === 'estimated';
  const figure: Figure = { state, value: given ? '1' : undefined, changes: {} };
  return {
    figures: Object.fromEntries(definition.indicators.map(({ code }) => [code, figure])),
    outcomes: Object.fromEntries(definition.tasks.map(({ id }) => [id, text(id)])),
    further: text('further'),
  };
}
