import { namesIn } from './formula-names.ts';
import { formulasOf } from './formulas-of.ts';
import type { Indicator } from './indicator.ts';

/** What names come to in the end: those that no formula stands behind, of columns the whole, "du-an.ke-hoach-von". */
export function leavesOf(names: string[], computed: Indicator[]): Set<string> {
  const formulas = formulasOf(computed);
  const leaves = new Set<string>();
  const seen = new Set<string>();
  const follow = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const formula = formulas.get(name);
    if (formula) namesIn(formula).forEach(follow);
    else leaves.add(name);
  };
  names.forEach(follow);
  return leaves;
}
