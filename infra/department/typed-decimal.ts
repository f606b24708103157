import { readNumeral } from '../../shared/domain/text/numeral.ts';

/** What a text may have meant that is no plain decimal, each as a file of figures has it: "1.234.567" is 1234567, "130,7" is 130.7. */
export function decimalsMeant(typed: string): string[] {
  const numeral = readNumeral(typed);
  if (numeral.kind === 'number') return [numeral.value];
  return numeral.kind === 'ambiguous' ? numeral.readings.flatMap(decimalsMeant) : [];
}

/** "viết 3604", "viết 1234.5 hoặc 1.2345"; without a guess what such a file takes. */
export function decimalToWrite(typed: string): string {
  const meant = decimalsMeant(typed);
  const rule = 'dấu chấm thập phân, không ngăn nghìn';
  return meant.length > 0 ? `viết ${meant.join(' hoặc ')} (${rule})` : `viết số như 3604 hoặc 130.7 (${rule})`;
}
