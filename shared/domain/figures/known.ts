import type { Month } from '../calendar/month.ts';
import type { Term } from '../calendar/term.ts';
import type { HistoricFigure } from '../office/historic-figure.ts';
import type { PlannedFigure } from '../office/planned-figure.ts';
import type { IssuedFigures } from './issued-figures.ts';

/** One figure of an earlier term, as last issued: a plain decimal, and whether it was an estimate. */
export type KnownFigure = { value: string; estimated: boolean };

/** The sum of the months from `since` to a term's end, as an office has it that starts within a year. */
export type KnownSum = { since: Month; until: Term; value: string };

/** Whose: a code, and the unit where many owe it. */
export type Whose = { code: string; unit?: string | undefined };

/**
 * What is known of earlier terms and of the years' plans, of the whole office and of each unit where many owe one: the office's
 * history, and what was issued since, which wins. Plain data, so that a browser can be told of it.
 */
export type Known = {
  /** By term and whose, "2025-09 gieo-cay@kv1". */
  figures: ReadonlyMap<string, KnownFigure>;
  sums: ReadonlyMap<string, KnownSum[]>;
  /** By year, whose and source, the later ones last. */
  plans: ReadonlyMap<string, PlannedFigure[]>;
  /** Of what is taken from another report, by term and whose: the terms of that report which issued nothing of it yet. */
  lacking?: ReadonlyMap<string, Term[]>;
};

export function knownFrom(history: HistoricFigure[], issued: IssuedFigures[] = [], plans: PlannedFigure[] = []): Known {
  const figures = new Map<string, KnownFigure>();
  const put = (term: Term, whose: Whose, figure: KnownFigure) => figures.set(nameIn(term, whose), figure);
  for (const { period, since, indicator: code, unit, value, estimated = false } of history)
    if (since === undefined) put(period, { code, unit }, { value, estimated });
  for (const { month, figures: office, units = {}, estimated = [] } of issued) {
    const all = [[undefined, office] as const, ...Object.entries(units)];
    const estimates = new Set(estimated);
    for (const [unit, own] of all)
      for (const [code, value] of Object.entries(own))
        put(month, { code, unit }, { value, estimated: estimates.has(nameOf({ code, unit })) });
  }
  const sums = history.flatMap(({ period, since, indicator: code, unit, value }) =>
    since === undefined ? [] : [{ of: nameOf({ code, unit }), since, until: period, value }],
  );
  const later = plans.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1));
  return {
    figures,
    sums: Map.groupBy(sums, ({ of }) => of),
    plans: Map.groupBy(later, ({ indicator: code, unit, source, year }) => planName({ code, unit }, year, source)),
  };
}

/** True when anything of a term is known. */
export function knowsTerm({ figures }: Known, term: Term): boolean {
  return [...figures.keys()].some(name => name.startsWith(`${term} `));
}

/** A figure of a term, as last issued; undefined where none is known. */
export function figureKnown({ figures }: Known, whose: Whose, term: Term): KnownFigure | undefined {
  return figures.get(nameIn(term, whose));
}

/** The terms of another report that a figure taken from it still lacks in a term. */
export function termsLacking({ lacking }: Known, whose: Whose, term: Term): Term[] {
  return lacking?.get(nameIn(term, whose)) ?? [];
}

export function sumsKnown({ sums }: Pick<Known, 'sums'>, whose: Whose): KnownSum[] {
  return sums.get(nameOf(whose)) ?? [];
}

/** The plan of a year as it holds by a month: the last that holds from then or before. */
export function planKnown(
  { plans }: Known,
  whose: Whose,
  { year, source, by }: { year: number; source?: string | undefined; by: Month },
): string | undefined {
  return plans.get(planName(whose, year, source))?.findLast(({ from = '' }) => from <= by)?.value;
}

/** What of it concerns some indicators, of the office or of one unit. */
export function knownOf({ figures, sums, plans }: Known, codes: string[], unit?: string): Known {
  const whose = new Set(codes.flatMap(code => [nameOf({ code }), nameOf({ code, unit })]));
  const among = <Value>(all: ReadonlyMap<string, Value>) =>
    new Map([...all].filter(([name]) => name.split(' ').some(part => whose.has(part))));
  return { figures: among(figures), sums: among(sums), plans: among(plans) };
}

/** "gieo-cay", and of a unit "gieo-cay@kv1". */
export function nameOf({ code, unit }: Whose): string {
  return unit === undefined ? code : `${code}@${unit}`;
}

/** As a figure of a term is named among all, "2025-09 gieo-cay@kv1". */
export function nameIn(term: Term, whose: Whose): string {
  return `${term} ${nameOf(whose)}`;
}

function planName(whose: Whose, year: number, source: string | undefined): string {
  return `${year} ${nameOf(whose)} ${source ?? ''}`;
}
