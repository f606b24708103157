import type { Asking, Given } from '../figures/asking.ts';
import { knownFrom } from '../figures/known.ts';
import { type Measures, measuresOf } from '../figures/measures.ts';
import type { Past } from '../figures/past.ts';
import { inRowsOf } from '../figures/row-numbers.ts';
import type { Formula } from '../office/formula.ts';
import { formulasOf } from '../office/formulas-of.ts';
import type { Indicator } from '../office/indicator.ts';
import type { List } from '../office/list.ts';
import type { Owed } from '../office/owing.ts';

/**
 * Every number of one unit alone: its figures, and what is computed from them, as far as it is known. What does not change while the
 * unit types is made ready once; the answer takes what is typed.
 */
export function measuringUnit(
  { indicators, computed = [], lists = [] }: Owed,
  past: Past | undefined,
): (given: Given) => Measures {
  const unit = past?.unit ?? '';
  const owed = new Set<Indicator | List>([...indicators, ...lists]);
  const all = [...indicators, ...computed];
  const asking: Omit<Asking, 'given'> = {
    ...{ term: past?.month ?? '', yearBegins: past?.yearBegins, known: past?.known ?? knownFrom([]) },
    ...{ indicators: all, lists, formulas: formulasOf(all), inRow: inRowsOf(lists), units: [unit] },
    owing: each => (owed.has(each) ? [unit] : []),
  };
  return given => measuresOf({ ...asking, given: new Map([[unit, given]]) });
}

/** The computed indicators that are made of nothing but what the unit itself gives, so that it can be told what they come to. */
export function computedOfUnit({ indicators, computed = [], lists = [] }: Owed): Indicator[] {
  const formulas = formulasOf(computed);
  const own = new Set(indicators.map(({ code }) => code));
  const ownLists = new Set(lists.map(({ id }) => id));
  const isOwn = (formula: Formula, within: string[]): boolean => {
    if (formula.kind === 'number') return true;
    if (formula.kind === 'operation') return isOwn(formula.left, within) && isOwn(formula.right, within);
    const { kind, name } = formula;
    // A sum over units is not what one of them gives.
    if (kind === 'over') return ownLists.has(name.split('.')[0] ?? '');
    const made = within.includes(name) ? undefined : formulas.get(name);
    return own.has(name) || (made !== undefined && isOwn(made, [...within, name]));
  };
  return computed.filter(({ code }) => {
    const formula = formulas.get(code);
    return formula !== undefined && isOwn(formula, [code]);
  });
}
