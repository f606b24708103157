import Big from 'big.js';
import {
  lastMonthOf,
  type Term,
  termAYearBefore,
  termBefore,
  termsSoFar,
  yearOfTerm,
} from '../../shared/domain/calendar/term.ts';
import type { TaskStatus } from '../../shared/domain/collection/answers.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import { compile } from '../../shared/domain/compilation/report.ts';
import type { Figure } from '../../shared/domain/figures/figure.ts';
import { type Known, knownFrom } from '../../shared/domain/figures/known.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { columnsAsked, type List } from '../../shared/domain/office/list.ts';
import { unitsOwing } from '../../shared/domain/office/owing.ts';
import { planSources } from '../../shared/domain/office/plan-sources.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { timetable } from '../../shared/domain/office/timetable.ts';

/** A month of a report, to be tried before anybody has handed in anything; `known` is what is known of earlier ones, else nothing. */
export type Trial = { department: Department; definition: ReportDefinition; month: Term; known?: Known | undefined };

/**
 * The letter of a month in which every unit hands in the same, or nothing; what other reports issued is as what is handed in.
 * @throws {WordingFault} when letter.md names what the report does not have, or is no Liquid
 */
export function triedLetter(
  { department, definition, month, known = nothing }: Trial,
  submission: Submission | undefined,
  date = `${lastMonthOf(month)}-01`,
): Letter {
  const submissions = new Map(unitsOwing(department, definition, month).map(({ id }) => [id, submission]));
  const taken = definition.indicators.flatMap(({ code, source }) => {
    const value = source && submission?.figures[code]?.value;
    return value === undefined ? [] : [[code, value] as const];
  });
  const issued = knownFrom([], [{ month, figures: Object.fromEntries(taken) }]);
  const all = taken.length > 0 ? { ...known, figures: new Map([...known.figures, ...issued.figures]) } : known;
  const report = compile({ department, definition, month, submissions, known: all });
  const { window } = timetable(department, definition, month);
  return compose({ department, definition, report, window, date });
}

const nothing = knownFrom([], []);

/** Beyond so many units only the office's own figures are made up: a total of theirs is known as one number. */
const mostUnits = 20;

/** Earlier figures and plans of everything a report asks, so that all there is to compare with is there. */
export function exampleOfThePast(trial: Trial): Known {
  const { history, plans } = pastOf(trial, () => '2');
  return knownFrom(history, [], plans);
}

/** By code, what a figure of an earlier term is made up as; a plan is ten of it. */
export function pastOf({ department, definition, month }: Trial, usual: (code: string) => string) {
  const { yearBegins, indicators } = definition;
  const soFar = termsSoFar(month, yearBegins);
  const terms = new Set([...soFar, termBefore(month)].flatMap(term => [term, termAYearBefore(term)]));
  terms.delete(month);
  const units = department.units.length > mostUnits ? [] : department.units.map(({ id }) => id);
  const whose = indicators.flatMap(({ code, owedBy, formula }) =>
    [undefined, ...(owedBy || formula ? units : [])].map(unit => ({
      indicator: code,
      ...(unit === undefined ? {} : { unit }),
    })),
  );
  const history = [...terms].flatMap(period => whose.map(each => ({ ...each, period, value: usual(each.indicator) })));
  const year = yearOfTerm(month, yearBegins);
  const sources = [undefined, ...new Set(indicators.flatMap(planSources))];
  const plans = sources.flatMap(source =>
    whose.map(each => ({
      ...each,
      year,
      value: tenfold(usual(each.indicator)),
      ...(source === undefined ? {} : { source }),
    })),
  );
  return { history, plans };
}

function tenfold(value: string): string {
  return new Big(value).times(10).toFixed();
}

/** A submission that answers everything in the same way: each figure in one state, each text made of the task's id. */
export function uniform(
  definition: ReportDefinition,
  state: Figure['state'],
  text: (about: string) => string,
): Submission {
  const given = state === 'reported' || state === 'estimated';
  const figure: Figure = { state, value: given ? '1' : undefined, changes: {} };
  const { indicators, tasks, lists = [] } = definition;
  return {
    figures: Object.fromEntries(indicators.map(({ code }) => [code, figure])),
    outcomes: Object.fromEntries(tasks.map(({ id }) => [id, text(id)])),
    statuses: Object.fromEntries(tasks.map(({ id }) => [id, statuses[state]])),
    further: text('further'),
    ...(lists.length > 0 ? { lists: Object.fromEntries(lists.map(list => [list.id, rowsOf(list, text)])) } : {}),
  };
}

const statuses: Record<Figure['state'], TaskStatus> = {
  reported: 'done',
  estimated: 'under-way',
  none: 'not-begun',
  missing: 'not-begun',
};

/** Of a row's numbers one is small, one large and one nought, by turns: a rule of the letter that divides rows finds some of each. */
const numbers = ['1', '1000', '0'];

function rowsOf(list: List, text: (about: string) => string): Record<string, string>[] {
  const cell = ({ code, kind, choices = [] }: List['columns'][number], turn: number) => {
    if (kind === 'number') return numbers[turn % numbers.length] ?? '';
    if (kind === 'date') return '2025-01-31';
    return kind === 'choice' ? (choices[turn % choices.length] ?? '') : text(code);
  };
  return numbers.map((_, row) =>
    Object.fromEntries(columnsAsked(list).map((column, at) => [column.code, cell(column, row + at)])),
  );
}
