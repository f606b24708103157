import { formulaIn } from './formula.ts';
import { namesIn } from './formula-names.ts';

/** Every name that a formula uses as it is written, each once; none where it cannot be read. */
export function namesWritten(formula: string): string[] {
  const read = formulaIn(formula);
  return read ? namesIn(read) : [];
}
