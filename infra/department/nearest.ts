import { plainLetters } from '../../shared/domain/text/plain-letters.ts';

/**
 * The candidate that was most likely meant: at most a third of its letters away, case and accents aside. Undefined when
 * none is that near.
 */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  if (typed.length > longestName) return undefined;
  let best: { candidate: string; away: number } | undefined;
  for (const candidate of candidates) {
    const away = lettersBetween(plainLetters(typed), plainLetters(candidate));
    if (away <= Math.max(1, candidate.length / 3) && away < (best?.away ?? Number.POSITIVE_INFINITY)) {
      best = { candidate, away };
    }
  }
  return best?.candidate;
}

/** `có phải "x"?` when one of the candidates is near, else what to do without a guess. */
export function didYouMean(typed: string, candidates: Iterable<string>, otherwise: string): string {
  const meant = nearest(typed, candidates);
  return meant === undefined ? otherwise : `có phải "${meant}"?`;
}

const longestName = 80;

/** How many letters were added, dropped, replaced or swapped with their neighbour (optimal string alignment). */
function lettersBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? (beforeLast[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min(replaced, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
