import type { Letter } from '../../shared/domain/letter/letter.ts';
import { withPlainHyphens } from '../../shared/domain/text/hyphen.ts';

/**
 * Makes a letter safe to write as XML: what no document may hold (control characters, lone surrogates, U+FFFE, U+FFFF)
 * becomes "□". Units' text was refused for less at hand-in; the deadline is met even if some still arrives. Hyphens are plain,
 * so that whoever opens the letter finds a number in it.
 */
export function cleaned(letter: Letter): Letter {
  return cleanedValue(letter) as Letter;
}

function cleanedValue(value: unknown): unknown {
  if (typeof value === 'string')
    return withPlainHyphens(value)
      .toWellFormed()
      .replace(/[\p{Cc}\ufffd\ufffe\uffff]/gu, '□');
  if (Array.isArray(value)) return value.map(cleanedValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleanedValue(part)]));
}
