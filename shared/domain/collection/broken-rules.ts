import type { Given } from '../figures/asking.ts';
import type { Measures } from '../figures/measures.ts';
import type { Past } from '../figures/past.ts';
import { namesIn } from '../office/formula-names.ts';
import { leavesOf } from '../office/leaves.ts';
import { rowNote } from '../office/list.ts';
import type { Owed } from '../office/owing.ts';
import { readRule } from '../office/rule.ts';
import { breachInWords } from './breach-in-words.ts';
import { measuringUnit } from './unit-measures.ts';

/** A rule that does not hold: what it says of both sides, and the figures and lists of the unit that it is about. */
export type BrokenRule = { otherwise: 'refuse' | 'explain'; message: string; figures: string[]; lists: string[] };

/** The rules that do not hold among what one unit gives; one that has nothing to do with what the unit owes is not judged. */
export function brokenRules(owed: Owed, given: Given, past: Past | undefined): BrokenRule[] {
  if ((owed.rules ?? []).length === 0) return [];
  return judging(owed, past)(measuringUnit(owed, past)(given));
}

/** The same of numbers that are known already. What the rules are about is found out once; they are judged at every key. */
export function judging(owed: Owed, past: Past | undefined): (measures: Measures) => BrokenRule[] {
  const { indicators, computed = [], lists = [] } = owed;
  const unit = past?.unit ?? '';
  const rules = rulesAbout(owed);
  const called = new Map([
    ...[...indicators, ...computed].map(({ code, name }) => [code, name] as const),
    ...lists.flatMap(({ id, name, columns }) => [
      [id, name] as const,
      ...columns.map(column => [`${id}.${column.code}`, column.name] as const),
    ]),
  ]);
  return measures => {
    const numbers = {
      value: (name: string) => measures.of('value', name, unit)?.exact,
      over: (name: string) => measures.over(name, unit),
      nameOf: (name: string) => called.get(name) ?? name,
    };
    return rules.flatMap(({ rule, figures, lists }) => {
      const message = breachInWords(rule, numbers);
      return message === undefined ? [] : [{ otherwise: rule.otherwise, message, figures, lists }];
    });
  };
}

/** The rules that have to do with what a unit owes, each with the figures and lists of it that it is about. */
function rulesAbout({ rules = [], indicators, computed = [], lists = [] }: Owed) {
  return rules.flatMap(rule => {
    const read = readRule(rule.rule);
    const names =
      'left' in read ? leavesOf([...namesIn(read.left), ...namesIn(read.right)], computed) : new Set<string>();
    const ofLists = new Set([...names].map(name => name.split('.')[0]));
    const about = {
      figures: indicators.map(({ code }) => code).filter(code => names.has(code)),
      lists: lists.map(({ id }) => id).filter(id => ofLists.has(id)),
    };
    return about.figures.length + about.lists.length === 0 ? [] : [{ rule, ...about }];
  });
}

/** Whether one that asks for an explanation was given it: in the note of a figure that it is about, or of a row. */
export function isExplained({ otherwise, figures, lists }: BrokenRule, given: Given): boolean {
  if (otherwise === 'refuse') return false;
  return (
    figures.some(code => given.figures[code]?.note) || lists.some(id => given.lists[id]?.some(row => row[rowNote]))
  );
}
