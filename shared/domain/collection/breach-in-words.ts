import { calculated, holds, type Scope } from '../figures/calculation.ts';
import { compared, type Exact, exact, inFull, minus, rounded } from '../figures/exact.ts';
import type { Formula, Measure, Operator } from '../office/formula.ts';
import type { RuleToKeep } from '../office/owing.ts';
import { type Relation, readRule } from '../office/rule.ts';
import { writeNumeral } from '../text/numeral.ts';

/** How a rule is judged: what its names stand for, and what they are called. */
export type Judging = Scope & { nameOf: (name: string) => string };

/**
 * What a rule that does not hold says, both sides with their names and numbers: "Phải giải quyết 267, mà Đã giải quyết 221 cộng
 * Đang giải quyết 45 là 266". Undefined where it holds, or where a number is not known: nothing is held against anybody then.
 */
export function breachInWords({ rule, says, tolerance = '0' }: RuleToKeep, judging: Judging): string | undefined {
  const read = readRule(rule);
  if ('fault' in read) return undefined;
  const [left, right] = [calculated(read.left, judging), calculated(read.right, judging)];
  if (!left || !right || holds(left, read.relation, right)) return undefined;
  if (read.relation === '=' && compared(distance(left, right), exact(tolerance)) <= 0) return undefined;
  if (says !== undefined) return `${says}: ${written(left)} so với ${written(right)}`;
  return `${side(read.left, left, judging)}${between[read.relation]} ${side(read.right, right, judging)}`;
}

const between: Record<Relation, string> = {
  '=': ', mà',
  '<=': ' lớn hơn',
  '>=': ' nhỏ hơn',
  '<': ' không nhỏ hơn',
  '>': ' không lớn hơn',
};

const operations: Record<Operator, string> = { '+': 'cộng', '-': 'trừ', '*': 'nhân', '/': 'chia cho' };

const measures: Record<Measure, string> = {
  sum: 'Tổng',
  mean: 'Trung bình',
  least: 'Nhỏ nhất',
  most: 'Lớn nhất',
  count: 'Số dòng',
};

/** "Phải giải quyết 267"; of several figures also what they come to. */
function side(formula: Formula, value: Exact, judging: Judging): string {
  const words = inWords(formula, judging);
  return formula.kind === 'operation' ? `${words} là ${written(value)}` : words;
}

function inWords(formula: Formula, judging: Judging): string {
  if (formula.kind === 'number') return writeNumeral(formula.value);
  if (formula.kind === 'operation') {
    const { left, operator, right } = formula;
    const sums = operator === '+' || operator === '-';
    const first = within(left, sums, judging);
    return `${first} ${operations[operator]} ${within(right, operator === '+', judging)}`;
  }
  const value = calculated(formula, judging);
  const name = judging.nameOf(formula.name);
  const named = formula.kind === 'over' ? `${measures[formula.measure]} (${name})` : name;
  return value ? `${named} ${written(value)}` : named;
}

/** What has to be reckoned first stands in parentheses, unless the words say so by their order. */
function within(formula: Formula, inOrder: boolean, judging: Judging): string {
  const words = inWords(formula, judging);
  return formula.kind === 'operation' && !inOrder ? `(${words})` : words;
}

function written(value: Exact): string {
  return writeNumeral(value.under.eq(1) ? inFull(value) : rounded(value, 4));
}

function distance(left: Exact, right: Exact): Exact {
  return compared(left, right) > 0 ? minus(left, right) : minus(right, left);
}
