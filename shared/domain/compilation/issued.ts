import { termBefore } from '../calendar/term.ts';
import type { IssuedFigures } from '../figures/issued-figures.ts';
import { nameOf } from '../figures/known.ts';
import type { Report } from './report.ts';
import type { ReportedFigure } from './reported-figure.ts';

/**
 * What a report adds to the series when it is issued: its own term's figures, of the office and of each unit where many owe one,
 * and those of the term before where a unit restated them to compare a figure with, which are no estimates any more. "Không phát
 * sinh" counts as nought; a figure not reported leaves no trace. Of a letter in the place of another only what it says otherwise: the rest
 * may have been restated since.
 */
export function figuresToIssue(report: Report, replaced?: Report): IssuedFigures[] {
  const all = allToIssue(report);
  if (!replaced) return all;
  const before = new Map(allToIssue(replaced).map(issued => [issued.month, issued]));
  return all.map(issued => otherThan(issued, before.get(issued.month))).filter(hasFigures);
}

function allToIssue(report: Report): IssuedFigures[] {
  return [
    issuedFrom(report, report.month, toldBy),
    // Reports filed earlier hold restatements that no letter told.
    issuedFrom(report, termBefore(report.month), ({ value, restates }) => (value === undefined ? undefined : restates)),
  ].filter(hasFigures);
}

function hasFigures({ figures, units }: IssuedFigures): boolean {
  return Object.keys({ ...figures, ...units }).length > 0;
}

/** Those figures that are not as they were issued before, or are an estimate and were none, or the other way round. */
function otherThan(issued: IssuedFigures, before: IssuedFigures | undefined): IssuedFigures {
  const guess = (of: IssuedFigures | undefined, code: string, unit?: string) =>
    of?.estimated?.includes(nameOf({ code, unit })) ?? false;
  const changed = (now: Record<string, string>, then: Record<string, string> = {}, unit?: string) =>
    Object.entries(now).filter(
      ([code, value]) => value !== then[code] || guess(issued, code, unit) !== guess(before, code, unit),
    );
  const units = Object.entries(issued.units ?? {}).flatMap(([unit, own]) => {
    const figures = changed(own, before?.units?.[unit], unit);
    return figures.length > 0 ? [[unit, Object.fromEntries(figures)] as const] : [];
  });
  const { units: _, ...office } = issued;
  return {
    ...office,
    figures: Object.fromEntries(changed(issued.figures, before?.figures)),
    ...(units.length > 0 ? { units: Object.fromEntries(units) } : {}),
  };
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
