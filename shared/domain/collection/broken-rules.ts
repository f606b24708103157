import type { Asking, Given } from '../figures/asking.ts';
import { knownFrom } from '../figures/known.ts';
import { type Measures, measuresOf } from '../figures/measures.ts';
import type { Past } from '../figures/past.ts';
import { inRowsOf } from '../figures/row-numbers.ts';
import { namesIn } from '../office/formula-names.ts';
import { formulasOf } from '../office/formulas-of.ts';
import type { Indicator } from '../office/indicator.ts';
import { leavesOf } from '../office/leaves.ts';
import { type List, rowNote } from '../office/list.ts';
import type { Owed } from '../office/owing.ts';
import { readRule } from '../office/rule.ts';
import { breachInWords } from './breach-in-words.ts';

/** A rule that does not hold: what it says of both sides, and the figures and lists of the unit that it is about. */
export type BrokenRule = { otherwise: 'refuse' | 'explain'; message: string; figures: string[]; lists: string[] };

/** The rules that do not hold among what one unit gives; one that has nothing to do with what the unit owes is not judged. */
export function brokenRules(owed: Owed, given: Given, past: Past | undefined): BrokenRule[] {
  const { rules = [], indicators, computed = [], lists = [] } = owed;
  if (rules.length === 0) return [];
  const unit = past?.unit ?? '';
  const measures = measuresOfUnit(owed, given, past);
  const called = new Map([
    ...[...indicators, ...computed].map(({ code, name }) => [code, name] as const),
    ...lists.flatMap(({ id, name, columns }) => [
      [id, name] as const,
      ...columns.map(column => [`${id}.${column.code}`, column.name] as const),
    ]),
  ]);
  const judging = {
    value: (name: string) => measures.of('value', name, unit)?.exact,
    over: (name: string) => measures.over(name, unit),
    nameOf: (name: string) => called.get(name) ?? name,
  };
  return rules.flatMap(rule => {
    const read = readRule(rule.rule);
    const names = 'left' in read ? [...leavesOf([...namesIn(read.left), ...namesIn(read.right)], computed)] : [];
    const about = {
      figures: indicators.map(({ code }) => code).filter(code => names.includes(code)),
      lists: lists.map(({ id }) => id).filter(id => names.some(name => name.split('.')[0] === id)),
    };
    if (about.figures.length + about.lists.length === 0) return [];
    const message = breachInWords(rule, judging);
    return message === undefined ? [] : [{ otherwise: rule.otherwise, message, ...about }];
  });
}

/** Whether one that asks for an explanation was given it: in the note of a figure that it is about, or of a row. */
export function isExplained({ otherwise, figures, lists }: BrokenRule, given: Given): boolean {
  if (otherwise === 'refuse') return false;
  return (
    figures.some(code => given.figures[code]?.note) || lists.some(id => given.lists[id]?.some(row => row[rowNote]))
  );
}

/** Every number of one unit alone: its figures, and what is computed from them, as far as it is known. */
export function measuresOfUnit(
  { indicators, computed = [], lists = [] }: Owed,
  given: Given,
  past: Past | undefined,
): Measures {
  const unit = past?.unit ?? '';
  const owed: (Indicator | List)[] = [...indicators, ...lists];
  const owing = (each: Indicator | List) => (owed.includes(each) ? [unit] : []);
  const all = [...indicators, ...computed];
  const asking: Asking = {
    ...{ term: past?.month ?? '', yearBegins: past?.yearBegins, known: past?.known ?? knownFrom([]) },
    ...{
      indicators: all,
      lists,
      formulas: formulasOf(all),
      inRow: inRowsOf(lists),
      given: new Map([[unit, given]]),
      units: [unit],
      owing,
    },
  };
  return measuresOf(asking);
}
