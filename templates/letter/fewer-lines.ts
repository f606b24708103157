import { halved } from './halved.ts';
import { sum } from './sum.ts';

/** The words of a cell, each as wide as it is set (points), and the room kept after the last. */
export type Words = { widths: number[]; after: number };

/** Texts that stand beside one another, one for each column, and how often they are set. */
export type Beside = { cells: Words[]; times: number };

export type Room = {
  /** Of the words, without what is about them in their cells. */
  widths: number[];
  /** No column may be narrower. */
  least: number[];
  blank: number;
};

/** So many rows tell how all are; more would cost time and change nothing. */
const enough = 80;
const mostSteps = 60;

/**
 * Widths that together are as wide, with fewer lines: what columns do not use is taken back and given, bit by bit, where it
 * makes rows lower. A row is as tall as the tallest of its cells; lines beside that one count for little.
 */
export function fewerLines(rows: Beside[], { widths, least, blank }: Room): number[] {
  const step = Math.max(1, Math.ceil(rows.length / enough));
  const looked = rows.filter(({ times }, at) => times !== 1 || at % step === 0);
  const inUse = widths.map((width, at) =>
    Math.max(least[at] ?? 0, ...looked.map(({ cells }) => broken(cells[at], width, blank).widest)),
  );
  const used = [...inUse];
  const lines = looked.map(({ cells }) => cells.map((words, at) => broken(words, used[at] ?? 0, blank).lines));
  let left = sum(widths) - sum(used);
  for (let count = 0; count < mostSteps; count += 1) {
    const best = used
      .flatMap((width, at) => widthsToTry(looked, { at, width, most: width + left, blank }).map(to => ({ at, to })))
      .map(({ at, to }) => ({ at, to, saved: savedBy(looked, lines, { at, to, blank }) / (to - (used[at] ?? 0)) }))
      .filter(({ saved }) => saved > 0)
      .sort((one, other) => other.saved - one.saved)[0];
    if (!best) break;
    left -= best.to - (used[best.at] ?? 0);
    used[best.at] = best.to;
    for (const [row, { cells }] of looked.entries()) {
      (lines[row] ?? [])[best.at] = broken(cells[best.at], best.to, blank).lines;
    }
  }
  return used.map(width => width * (1 + left / sum(used)));
}

type Tried = { at: number; to: number; blank: number };

/** How much lower the rows get with a column so wide. */
function savedBy(rows: Beside[], lines: number[][], { at, to, blank }: Tried): number {
  return rows.reduce((saved, { cells, times }, row) => {
    const own = lines[row] ?? [];
    const now = own[at] ?? 1;
    const then = broken(cells[at], to, blank).lines;
    if (then >= now) return saved;
    const others = own.reduce((most, each, beside) => (beside === at ? most : Math.max(most, each)), 1);
    const lower = Math.max(others, now) - Math.max(others, then);
    return saved + times * (lower + (now - then) / 20);
  }, 0);
}

/** The widths in which some text of a column needs a line less, the least of them and the most. */
function widthsToTry(
  rows: Beside[],
  { at, width, most, blank }: { at: number; width: number; most: number; blank: number },
) {
  const needed = rows.flatMap(({ cells }) => {
    const words = cells[at];
    const { lines } = broken(words, width, blank);
    if (lines === 1 || broken(words, most, blank).lines >= lines) return [];
    return [halved(width, most, each => broken(words, each, blank).lines >= lines, 0.25)];
  });
  const sorted = [...new Set(needed)].sort((one, other) => one - other);
  return sorted.length > 4 ? [...sorted.slice(0, 3), ...sorted.slice(-1)] : sorted;
}

/** How many lines words need in a width, and how wide the widest of these is. */
function broken(words: Words | undefined, width: number, blank: number): { lines: number; widest: number } {
  if (!words) return { lines: 1, widest: 0 };
  let lines = 1;
  let filled = 0;
  let widest = 0;
  for (const [at, own] of words.widths.entries()) {
    const word = at === words.widths.length - 1 ? own + words.after : own;
    if (filled > 0 && filled + blank + word > width + 0.01) {
      lines += 1;
      filled = word;
    } else filled += (filled > 0 ? blank : 0) + word;
    if (filled > width) lines += Math.ceil(filled / Math.max(width, 1)) - 1;
    widest = Math.max(widest, Math.min(filled, width));
  }
  return { lines, widest };
}
