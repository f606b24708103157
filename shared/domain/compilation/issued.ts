import { termBefore } from '../calendar/term.ts';
import type { IssuedFigures } from '../figures/issued-figures.ts';
import { nameOf } from '../figures/known.ts';
import type { Report } from './report.ts';
import type { ReportedFigure } from './reported-figure.ts';

/**
 * What a report adds to the series when it is issued: its own term's figures, of the office and of each unit where many owe one,
 * and those of the term before where a unit restated them to compare a figure with, which are no estimates any more. "Không phát
 * sinh" counts as nought; a figure not reported leaves no trace.
 */
export function figuresToIssue(report: Report): IssuedFigures[] {
  return [
    issuedFrom(report, report.month, toldBy),
    // Reports filed earlier hold restatements that no letter told.
    issuedFrom(report, termBefore(report.month), ({ value, restates }) => (value === undefined ? undefined : restates)),
  ].filter(({ figures, units }) => Object.keys({ ...figures, ...units }).length > 0);
}

type Own = Pick<ReportedFigure, 'code' | 'unit' | 'state' | 'value' | 'restates'>;

function toldBy({ state, value }: Own): string | undefined {
  return state === 'none' ? '0' : value;
}

function issuedFrom(report: Report, month: string, told: (figure: Own) => string | undefined): IssuedFigures {
  const office = report.figures.flatMap(figure => entry(figure, told));
  const owned = report.figures.flatMap(({ units = [] }) => units);
  const units = [...Map.groupBy(owned, ({ unit = '' }) => unit)].flatMap(([unit, figures]) => {
    const own = figures.flatMap(figure => entry(figure, told));
    return own.length > 0 ? [[unit, Object.fromEntries(own)] as const] : [];
  });
  const estimated = month === report.month ? estimatesIn(report) : [];
  return {
    month,
    figures: Object.fromEntries(office),
    ...(units.length > 0 ? { units: Object.fromEntries(units) } : {}),
    ...(estimated.length > 0 ? { estimated } : {}),
  };
}

function entry(figure: Own, told: (figure: Own) => string | undefined): [string, string][] {
  const value = told(figure);
  return value === undefined ? [] : [[figure.code, value]];
}

function estimatesIn({ figures }: Report): string[] {
  const office = figures.map(figure => ({ ...figure, unit: undefined }));
  return [...office, ...figures.flatMap(({ units = [] }) => units)]
    .filter(({ state }) => state === 'estimated')
    .map(({ code, unit }) => nameOf({ code, unit }));
}
