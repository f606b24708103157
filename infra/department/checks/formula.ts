import { type Formula, type Measure, readFormula } from '../../../shared/domain/office/formula.ts';
import type { Explained } from '../fault.ts';

/** A name as a formula uses it: by itself, or within sum(…) and its like. */
export type Use = { name: string; over?: Measure };

/** Says what is wrong with one use of a name in a formula; undefined when nothing is. */
export type NamesAllowed = (use: Use) => Explained | undefined;

/** What is wrong with a formula where certain names may stand: that it cannot be read, or its names; each once. */
export function formulaFaultsIn(text: string, allowed: NamesAllowed): Explained[] {
  const read = readFormula(text);
  return 'fault' in read ? [unreadable(read.fault)] : faultsOf(read.formula, allowed);
}

/** The same of a formula that was read. */
export function faultsOf(formula: Formula, allowed: NamesAllowed): Explained[] {
  const faults = [...usesIn(formula).flatMap(use => allowed(use) ?? []), ...dividingByNothing(formula)];
  return [...new Map(faults.map(fault => [fault.message, fault])).values()];
}

/** What a parser complains of, with what would be right where the complaint does not say so itself. */
export function unreadable(complaint: string): Explained {
  const [message = complaint, hint = 'viết như (a + b) / c * 100; xem phần công thức trong docs/huong-dan.md'] =
    complaint.split('; ');
  return { message, hint };
}

function usesIn(formula: Formula): Use[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'name':
      return [{ name: formula.name }];
    case 'over':
      return [{ name: formula.name, over: formula.measure }];
    case 'operation':
      return [...usesIn(formula.left), ...usesIn(formula.right)];
  }
}

function dividingByNothing(formula: Formula): Explained[] {
  if (formula.kind !== 'operation') return [];
  const { operator, left, right } = formula;
  const byNought = operator === '/' && right.kind === 'number' && Number(right.value) === 0;
  const own = byNought ? [{ message: 'công thức chia cho 0', hint: 'sửa số chia' }] : [];
  return [...own, ...dividingByNothing(left), ...dividingByNothing(right)];
}
