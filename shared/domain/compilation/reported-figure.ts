import * as z from 'zod/mini';
import { Term, termBefore } from '../calendar/term.ts';
import type { Given } from '../figures/asking.ts';
import { type Change, changeFrom, changeHandedIn } from '../figures/change.ts';
import { restatedBy, termAgainst } from '../figures/comparing.ts';
import { compared, type Exact, exact, exactFrom, exactText, inFull } from '../figures/exact.ts';
import { type Figure, FigureState, isGiven } from '../figures/figure.ts';
import { figureKnown, type Known } from '../figures/known.ts';
import { type Measures, measuresOf } from '../figures/measures.ts';
import type { MeasureName } from '../figures/one-measure.ts';
import type { Past } from '../figures/past.ts';
import { shown } from '../figures/shown.ts';
import type { Comparison, Indicator } from '../office/indicator.ts';
import { isMade, ownerIn } from '../office/owing.ts';
import { planSources } from '../office/plan-sources.ts';
import { Id } from '../text/id.ts';
import { own } from '../text/own.ts';

/** A change against an earlier term, or the plan of the year it is in. */
export const ReportedChange = z.object({
  with: z.enum(['previous-month', 'same-month-last-year', 'plan']),
  as: z.enum(['percent', 'points', 'ratio', 'amount', 'times']),
  against: Term,
  base: z.optional(z.string()),
  direction: z.enum(['up', 'down', 'flat']),
  amount: z.string(),
  /** Which of two plans. */
  source: z.optional(Id),
  /** The office's own words for this one, in place of its usual ones. */
  says: z.optional(z.string()),
});
export type ReportedChange = z.infer<typeof ReportedChange>;

/** The year so far: its value where there is one, and its changes. */
const YearToDate = z.object({
  value: z.optional(z.string()),
  estimated: z.boolean(),
  changes: z.array(ReportedChange),
});

/** What was handed in of an indicator, or made of what was; of one unit, or of the whole office. */
const Told = {
  code: Id,
  unit: z.optional(Id),
  state: FigureState,
  value: z.optional(z.string()),
  restates: z.optional(z.string()),
  /** The term before as it was issued, where this figure rests on another number for it, and that number. */
  restated: z.optional(z.object({ from: z.string(), to: z.string() })),
  changes: z.array(ReportedChange),
  note: z.optional(z.string()),
  /** Of one taken from another report, the terms of that report which were not issued when this one was compiled. */
  lacks: z.optional(z.array(Term)),
  yearToDate: z.optional(YearToDate),
  /** Every number that a table or a wording may ask of it, exact: "2345.6", or a fraction "2480/2548". */
  measures: z.optional(z.record(z.string(), z.string())),
};

const ToldFigure = z.object(Told);
type ToldFigure = z.infer<typeof ToldFigure>;

export const ReportedFigure = z.object({
  ...Told,
  /** Of what many owe: each unit's, in the order of the units; and those that gave none. */
  units: z.optional(z.array(ToldFigure)),
  without: z.optional(z.array(Id)),
});
export type ReportedFigure = z.infer<typeof ReportedFigure>;

/** A measure of a figure, exact; undefined where it is not known. */
export function measureOf(figure: Pick<ReportedFigure, 'measures'> | undefined, measure: string): Exact | undefined {
  const known = figure?.measures?.[measure];
  return known === undefined ? undefined : exactFrom(known);
}

export type Telling = {
  term: Term;
  known: Known;
  measures: Measures;
  given: ReadonlyMap<string, Given>;
  owing: (indicator: Indicator) => string[];
};

/** A figure as the report tells it: one unit's, or one made of others; with every change that can be told. */
export function figureTold(indicator: Indicator, telling: Telling): ReportedFigure {
  const { measures, owing } = telling;
  const { code } = indicator;
  if (!indicator.owedBy && !isMade(indicator))
    return told(indicator, telling, { of: undefined, by: owing(indicator)[0] });
  const units = measures.units(code).map(unit => ofUnit(indicator, telling, unit));
  const whole = made(indicator, telling, undefined);
  // What no unit has yet is no unit's fault.
  const without = whole.lacks ? [] : measures.missing(code);
  // Without one of them the total of before is another sum too.
  const restated = without.length === 0 && !indicator.formula && units.some(each => each.restated);
  return {
    ...whole,
    ...(restated ? restatedFrom(indicator, telling, undefined) : {}),
    ...(units.length > 0 ? { units } : {}),
    ...(without.length > 0 ? { without } : {}),
  };
}

function ofUnit(indicator: Indicator, telling: Telling, unit: string): ToldFigure {
  const figure = isMade(indicator) ? made(indicator, telling, unit) : told(indicator, telling, { of: unit, by: unit });
  return { ...figure, unit };
}

/** A unit's figure before it is handed in, by the very rules of the report. One that was not handed in is missing. */
export function reportedFigure(indicator: Indicator, figure: Figure | undefined, past: Past): ReportedFigure {
  const unit = (indicator.owedBy ? past.unit : ownerIn(indicator, past.month)) ?? '';
  const given = new Map(figure ? [[unit, { figures: { [indicator.code]: figure }, lists: {} }]] : []);
  const { month: term, known, yearBegins } = past;
  const owing = () => [unit];
  const asked = { indicators: [indicator], lists: [], formulas: new Map(), units: [unit], owing };
  const measures = measuresOf({ term, known, yearBegins, given, ...asked });
  const telling = { term, known, measures, given, owing };
  return indicator.owedBy ? ofUnit(indicator, telling, unit) : figureTold(indicator, telling);
}

/** Whose a figure is: of which unit, where many owe it, and who gave it. */
type Whose = { of: string | undefined; by: string | undefined };

function told(indicator: Indicator, telling: Telling, { of, by }: Whose): ToldFigure {
  const { code } = indicator;
  const figure = own(telling.given.get(by ?? '')?.figures ?? {}, code);
  if (!figure) return { code, unit: by, state: 'missing', changes: [], ...measuresTold(indicator, telling, of) };
  const { state, value, note } = figure;
  const restates = restatedBy(indicator, figure);
  const restated = restates === undefined ? {} : restatedFrom(indicator, telling, of);
  const changes = changing(indicator, telling, { unit: of, figure });
  return { code, unit: by, state, value, restates, ...restated, note, ...changes };
}

/** What was issued of the term before, where what this figure rests on is another number. */
function restatedFrom(
  { code }: Indicator,
  { term, known, measures }: Telling,
  unit: string | undefined,
): Pick<ToldFigure, 'restated'> {
  const issued = figureKnown(known, { code, unit }, termBefore(term));
  const now = measures.of('previous', code, unit);
  if (!issued || !now || compared(exact(issued.value), now.exact) === 0) return {};
  return { restated: { from: issued.value, to: inFull(now.exact) } };
}

/**
 * A total, what a formula makes, or what is taken from another report: an estimate when one went into it, and missing when nobody
 * gave what it is made of, or that report has not issued it yet.
 */
function made(indicator: Indicator, telling: Telling, unit: string | undefined): ToldFigure {
  const { code } = indicator;
  const measured = telling.measures.of('value', code, unit);
  if (!measured) {
    const lacks = telling.measures.lacks(code, unit);
    const still = lacks.length > 0 ? { lacks } : {};
    return { code, state: 'missing', ...still, changes: [], ...measuresTold(indicator, telling, unit) };
  }
  return {
    code,
    state: measured.estimated ? 'estimated' : 'reported',
    value: shown(indicator, measured.exact),
    ...changing(indicator, telling, { unit, figure: undefined }),
  };
}

type Changing = { unit: string | undefined; figure: Figure | undefined };

function changing(indicator: Indicator, telling: Telling, { unit, figure }: Changing) {
  return {
    changes: figure && !isGiven(figure) ? [] : changesOf(indicator, telling, { unit, figure }),
    ...(indicator.yearToDate ? { yearToDate: yearSoFar(indicator, telling, { unit, figure }) } : {}),
    ...measuresTold(indicator, telling, unit),
  };
}

function measuresTold(indicator: Indicator, { measures }: Telling, unit: string | undefined) {
  const known = measureNames(indicator).flatMap(name => {
    const found = measures.of(name, indicator.code, unit);
    return found ? [[name, exactText(found.exact)]] : [];
  });
  return { measures: Object.fromEntries(known) };
}

function measureNames(indicator: Indicator): MeasureName[] {
  return ['value', 'previous', 'last-year', 'year-to-date', 'year-to-date-last-year', ...planMeasures(indicator)];
}

/** The plans that an indicator may have: that of the year, and those that it is compared with by their sources. */
export function planMeasures(indicator: Indicator): MeasureName[] {
  return ['plan', ...planSources(indicator).map(source => `plan.${source}` as const)];
}

/** The changes against earlier terms, and the plan. */
function changesOf(indicator: Indicator, { measures, term }: Telling, { unit, figure }: Changing): ReportedChange[] {
  const value = measures.of('value', indicator.code, unit)?.exact;
  return indicator.comparisons.flatMap(comparison => {
    const base = measures.of(baseOf(comparison, false), indicator.code, unit)?.exact;
    const handedIn = comparison.with === 'plan' ? undefined : figure?.changes[comparison.with];
    return changeTold(comparison, { term, base, value, handedIn });
  });
}

/** The year so far and its changes; of an index, the change that was handed in. */
function yearSoFar(indicator: Indicator, { measures, term }: Telling, { unit, figure }: Changing) {
  const soFar = measures.of('year-to-date', indicator.code, unit);
  const changes = (indicator.yearToDate?.comparisons ?? []).flatMap(comparison => {
    const base = measures.of(baseOf(comparison, true), indicator.code, unit)?.exact;
    const handedIn = comparison.with === 'same-month-last-year' ? figure?.changes['year-to-date'] : undefined;
    return changeTold(comparison, { term, base, value: soFar?.exact, handedIn });
  });
  return { value: soFar && inFull(soFar.exact), estimated: soFar?.estimated ?? false, changes };
}

type Compared = { term: Term; base: Exact | undefined; value: Exact | undefined; handedIn: string | undefined };

/** A change, where it can be told; a comparison without its base is left out, never guessed. */
function changeTold(comparison: Comparison, { term, base, value, handedIn }: Compared): ReportedChange[] {
  const change = base && value ? changeFrom(base, value, comparison) : changeGiven(handedIn, comparison);
  return change ? [{ ...namedBy(comparison, term), base: base && exactText(base), ...change }] : [];
}

function changeGiven(handedIn: string | undefined, comparison: Comparison): Change | undefined {
  return handedIn === undefined ? undefined : changeHandedIn(handedIn, comparison);
}

function baseOf({ with: against, source }: Comparison, yearSoFar: boolean): MeasureName {
  if (against === 'plan') return source === undefined ? 'plan' : `plan.${source}`;
  if (against === 'previous-month') return 'previous';
  return yearSoFar ? 'year-to-date-last-year' : 'last-year';
}

function namedBy({ with: against, source, says }: Comparison, term: Term) {
  const compared = against === 'plan' ? term : termAgainst(term, against);
  return { with: against, against: compared, ...(source && { source }), ...(says && { says }) };
}
