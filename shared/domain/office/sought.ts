import { plainLetters } from '../text/plain-letters.ts';

/** The units whose name has every word that is sought, or part of a word, in small letters or capitals, with marks or without. */
export function unitsSought<Unit extends { name: string }>(units: Unit[], sought: string): Unit[] {
  const words = plainLetters(sought).split(/\s+/);
  return units.filter(({ name }) => {
    const plain = plainLetters(name);
    return words.every(word => plain.includes(word));
  });
}
