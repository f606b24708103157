import type { Formula } from './formula.ts';

/** Every name a formula uses, each once; of a list's column the whole, "du-an.ke-hoach-von". */
export function namesIn(formula: Formula): string[] {
  if (formula.kind === 'number') return [];
  if (formula.kind !== 'operation') return [formula.name];
  return [...new Set([...namesIn(formula.left), ...namesIn(formula.right)])];
}
