import type { Term } from '../calendar/term.ts';
import type { Formula } from '../office/formula.ts';
import type { Indicator } from '../office/indicator.ts';
import type { List } from '../office/list.ts';
import { own } from '../text/own.ts';
import { type Exact, exact } from './exact.ts';
import { type Figure, isGiven } from './figure.ts';
import type { Known } from './known.ts';

/** A row of a list, its cells as kept: numbers as plain decimals. */
export type ListRow = Record<string, string>;

/** What a unit gave in a term: its figures by indicator, its rows by list. */
export type Given = { figures: Record<string, Figure>; lists: Record<string, ListRow[]> };

/** All that the numbers of a term are made of. */
export type Asking = {
  term: Term;
  /** The month years begin in; January where nothing else is said. */
  yearBegins?: number | undefined;
  indicators: Indicator[];
  /** What the indicators that are computed are made of, by their codes. */
  formulas: ReadonlyMap<string, Formula>;
  lists: List[];
  /** The number in a row's column, of a list by its id; where nothing else is said, as it was given. */
  inRow?: (list: string, row: ListRow, column: string) => Exact | undefined;
  known: Known;
  /** What each unit that handed in gave; one that did not is not in it. */
  given: ReadonlyMap<string, Given>;
  /** The units of the office, in their order. */
  units: string[];
  /** Who owes an indicator or a list: one unit, or those of the many, in their order. */
  owing: (owed: Indicator | List) => string[];
};

/** A number, and whether an estimate went into it. */
export type Measured = { exact: Exact; estimated: boolean };

/** The value a unit gave. "Không phát sinh" is nought; a figure not reported is none. */
export function givenBy({ given }: Asking, code: string, unit: string): Measured | undefined {
  const figure = own(given.get(unit)?.figures ?? {}, code);
  if (figure?.state === 'none') return { exact: exact(0), estimated: false };
  if (!figure || !isGiven(figure) || figure.value === undefined) return undefined;
  return { exact: exact(figure.value), estimated: figure.state === 'estimated' };
}
