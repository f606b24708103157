import { monthsAfter } from '../../../shared/domain/calendar/month.ts';
import { lastMonthOf, type Term, termsEndingIn, termUntil } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';

/**
 * The terms in which what a report asks, or of whom, is no longer as in the term before: its first, and each in which
 * something begins or has just ended. From one of them to the next all terms are alike, but for what stands in some months of the
 * year only, so a check tries these alone.
 */
export function turningTerms({ units }: Department, definition: ReportDefinition): Term[] {
  const { first, last, indicators, tasks, recipients, lists = [], tables = [], cadence = 'month' } = definition;
  const valid = [...units, ...indicators, ...tasks, ...recipients, ...lists];
  const begun = valid.flatMap(({ validFrom }) => validFrom ?? []);
  const ended = valid.flatMap(({ validTo }) => (validTo === undefined ? [] : monthsAfter(validTo, 1)));
  const handedOver = [...indicators, ...tasks, ...lists].flatMap(({ owner = [] }) =>
    owner.flatMap(({ from }) => from ?? []),
  );
  const columns = tables.flatMap(table => table.columns);
  const ofTheYear = [...indicators, ...tasks, ...lists, ...tables, ...columns].some(({ months }) => months);
  const year = ofTheYear ? termsEndingIn(cadence, lastMonthOf(first), monthsAfter(lastMonthOf(first), 11)) : [];
  const turns = [...begun, ...ended, ...handedOver].map(month => termUntil(cadence, month));
  const within = [...turns, ...year].filter(term => first < term && term <= (last ?? term));
  return [...new Set([first, ...within])].sort();
}
