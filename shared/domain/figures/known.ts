import type { Month } from '../calendar/month.ts';
import type { Term } from '../calendar/term.ts';
import type { HistoricFigure } from '../office/historic-figure.ts';
import type { PlannedFigure } from '../office/planned-figure.ts';
import type { IssuedFigures } from './series.ts';

/** One figure of an earlier term, as last issued: a plain decimal, and whether it was an estimate. */
export type KnownFigure = { value: string; estimated: boolean };

/** The sum of the months from `since` to a term's end, as an office has it that starts within a year. */
export type KnownSum = { since: string; until: Term; value: string };

/**
 * What is known of earlier terms, and of the year's plan: of the whole office, and of each unit where units owe it. The office's
 * history, and what was issued since, which wins.
 */
export type Known = {
  figure: (code: string, term: Term, unit?: string) => KnownFigure | undefined;
  sums: (code: string, unit?: string) => KnownSum[];
  plan: (asked: PlanAsked) => string | undefined;
};

/** The plan of a year, as it holds by a month. */
export type PlanAsked = {
  code: string;
  unit: string | undefined;
  source: string | undefined;
  year: number;
  by: Month;
};

export function knownFrom(history: HistoricFigure[], issued: IssuedFigures[] = [], plans: PlannedFigure[] = []): Known {
  const figures = new Map<string, KnownFigure>();
  const sums = new Map<string, KnownSum[]>();
  for (const { period, since, indicator, unit, value, estimated = false } of history) {
    const of = nameOf(indicator, unit);
    if (since === undefined) figures.set(`${period} ${of}`, { value, estimated });
    else sums.set(of, [...(sums.get(of) ?? []), { since, until: period, value }]);
  }
  for (const { month, figures: ofOffice, estimated = [], units = {} } of issued) {
    const put = (all: Record<string, string>, unit?: string) => {
      for (const [code, value] of Object.entries(all))
        figures.set(`${month} ${nameOf(code, unit)}`, { value, estimated: estimated.includes(nameOf(code, unit)) });
    };
    put(ofOffice);
    for (const [unit, all] of Object.entries(units)) put(all, unit);
  }
  const planned = Map.groupBy(
    plans.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1)),
    ({ indicator: code, unit, source, year }) => planName({ code, unit, source, year }),
  );
  return {
    figure: (code, term, unit) => figures.get(`${term} ${nameOf(code, unit)}`),
    sums: (code, unit) => sums.get(nameOf(code, unit)) ?? [],
    plan: asked => planned.get(planName(asked))?.findLast(({ from = '' }) => from <= asked.by)?.value,
  };
}

/** How a figure is named beside others of its term: its code, and the unit whose it is, "gieo-cay@kv1". */
export function nameOf(code: string, unit?: string): string {
  return unit === undefined ? code : `${code}@${unit}`;
}

function planName({ code, unit, source, year }: Omit<PlanAsked, 'by'>): string {
  return `${year} ${nameOf(code, unit)} ${source ?? ''}`;
}
