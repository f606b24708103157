import { type Month, monthsAfter } from '../../../shared/domain/calendar/month.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';

/**
 * The months in which what a report asks, or of whom, is no longer as the month before: its first, and each in which
 * something begins or has just ended. From one of them to the next all months are alike, so a check tries these alone.
 */
export function turningMonths({ units }: Department, definition: ReportDefinition): Month[] {
  const { first, last, indicators, tasks, recipients } = definition;
  const begun = [...units, ...indicators, ...tasks, ...recipients].flatMap(({ validFrom }) => validFrom ?? []);
  const ended = [...units, ...indicators, ...tasks, ...recipients].flatMap(({ validTo }) =>
    validTo === undefined ? [] : monthsAfter(validTo, 1),
  );
  const handedOver = [...indicators, ...tasks].flatMap(({ owner }) => owner.flatMap(({ from }) => from ?? []));
  const turns = [...begun, ...ended, ...handedOver].filter(month => first < month && month <= (last ?? month));
  return [...new Set([first, ...turns])].sort();
}
