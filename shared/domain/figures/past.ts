import { type Term, termAYearBefore, termBefore } from '../calendar/term.ts';
import type { Indicator } from '../office/indicator.ts';
import type { PlannedFigure } from '../office/planned-figure.ts';
import type { Saying } from '../office/saying.ts';
import { figureKnown, type Known, type KnownFigure, type KnownSum, knownOf } from './known.ts';

/**
 * What a unit's figures are told with, before they are handed in and on its receipt: the term, what is known of earlier ones, and
 * the office's ways of saying. `unit` is whose figures they are, for what many owe.
 */
export type Past = {
  month: Term;
  known: Known;
  unit?: string | undefined;
  yearBegins?: number | undefined;
  saying?: Saying | undefined;
};

/** A figure of an earlier term as last issued, a plain decimal: the unit's own where many owe it. */
export function issuedIn(
  { known, unit }: Past,
  { code, owedBy }: Pick<Indicator, 'code' | 'owedBy'>,
  term: Term,
): string | undefined {
  return figureKnown(known, { code, unit: owedBy && unit }, term)?.value;
}

/** The terms that a term's figures are compared with. */
export function termsComparedWith(term: Term): Term[] {
  return [...new Set([termBefore(term), termAYearBefore(term)])];
}

/** What a page tells its script of the past, as JSON. */
export type PastTold = Omit<Past, 'known'> & {
  figures: [string, KnownFigure][];
  sums: [string, KnownSum[]][];
  plans: [string, PlannedFigure[]][];
};

/** The past of some indicators, to be told as JSON. */
export function pastToTell({ known, ...past }: Past, indicators: Pick<Indicator, 'code'>[]): PastTold {
  const codes = indicators.map(({ code }) => code);
  const { figures, sums, plans } = knownOf(known, codes, past.unit);
  return { ...past, figures: [...figures], sums: [...sums], plans: [...plans] };
}

/** What `pastToTell` told. */
export function pastTold({ figures, sums, plans, ...past }: PastTold): Past {
  return { ...past, known: { figures: new Map(figures), sums: new Map(sums), plans: new Map(plans) } };
}
