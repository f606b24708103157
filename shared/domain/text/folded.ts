import { withoutMeaningless } from './narrative.ts';

/**
 * A name as names are told apart. None of these makes another name: capitals; accents written either way (NFC, NFD) or put on either
 * vowel ("hoá", "hóa"); "i" for "y" ("tỉ lệ"); blanks and breaks of lines; dashes of any length, with blanks beside them or without.
 */
export function folded(name: string): string {
  return withoutMeaningless(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([\p{P}\p{S}]) ?/gu, '$1')
    .replace(/[\p{L}\p{M}]+/gu, toneLast)
    .trim();
}

/** A syllable with its tone behind it, and "y" as "i" where the two are one sound. */
function toneLast(syllable: string): string {
  const letters = syllable.normalize('NFD');
  const tones = letters.match(tone)?.join('') ?? '';
  return letters.replace(tone, '').replace(/^([hklmstv]|qu)y$/, '$1i') + tones;
}

const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
