import { named } from './charset.ts';

/**
 * What no text is kept with: control characters (but tabs and line ends), halves of surrogate pairs, and what Unicode says
 * is no character, such as U+FFFE. Nobody sees them, files and mails end or break at them, and JSON makes six bytes of one.
 */
const unseen = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** The characters of a text that it cannot be kept with, each once, named so that a person can find them. */
export function unkeepable(text: string): string[] {
  return [...new Set(text.match(unseen) ?? [])].map(named);
}

/** A text without them, for what can no longer be asked about. */
export function keepable(text: string): string {
  return text.replace(unseen, '');
}
