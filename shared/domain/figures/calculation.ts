import type { Formula, Measure, Operator } from '../office/formula.ts';
import type { Relation } from '../office/rule.ts';
import { compared, dividedBy, type Exact, exact, extreme, mean, minus, plus, sum, times } from './exact.ts';

/** What a formula's names stand for; undefined where it is not known. `over` are the values of a name of all units, or rows. */
export type Scope = {
  value: (name: string) => Exact | undefined;
  over: (name: string) => Exact[] | undefined;
};

/** The value of a formula; undefined where a name has none, or there is nothing to divide by: unknown, never guessed. */
export function calculated(formula: Formula, scope: Scope): Exact | undefined {
  switch (formula.kind) {
    case 'number':
      return exact(formula.value);
    case 'name':
      return scope.value(formula.name);
    case 'over': {
      const values = scope.over(formula.name);
      return values && measured(formula.measure, values);
    }
    case 'operation': {
      const left = calculated(formula.left, scope);
      const right = calculated(formula.right, scope);
      return left && right && operations[formula.operator](left, right);
    }
  }
}

const operations: Record<Operator, (left: Exact, right: Exact) => Exact | undefined> = {
  '+': plus,
  '-': minus,
  '*': times,
  '/': dividedBy,
};

/** One number made of many; undefined of none, but for their count. */
export function measured(measure: Measure, values: Exact[]): Exact | undefined {
  switch (measure) {
    case 'sum':
      return sum(values);
    case 'mean':
      return mean(values);
    case 'count':
      return exact(values.length);
    default:
      return extreme(values, measure);
  }
}

/** True when two numbers stand to one another as a rule wants. */
export function holds(left: Exact, relation: Relation, right: Exact): boolean {
  const order = compared(left, right);
  switch (relation) {
    case '=':
      return order === 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
  }
}
