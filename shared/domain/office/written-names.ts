import { formulaIn } from './formula.ts';
import { namesIn } from './formula-names.ts';

/** Every name that a formula uses as it is written, each once; none where it cannot be read. */
export function namesWritten(formula: string): string[] {
  const read = formulaIn(formula);
  return read ? namesIn(read) : [];
}

/** The codes of those names: of a list's column that of the list, of a measure that of the indicator. */
export function codesWritten(formula: string): string[] {
  return namesWritten(formula).map(name => name.split('.')[0] ?? '');
}
