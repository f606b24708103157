import { halved } from './halved.ts';
import { sum } from './sum.ts';

/** A text of a column: its width on one line, and how often it is set. */
export type Line = { width: number; times: number };

/** What is to be shared: of each column its lines, and the least and the most that it can use. `margin` is what a cell has beside its words. Lengths in points. */
export type Share = { lines: Line[]; least: number; most: number; margin: number };

/**
 * Shares a width among columns so that their texts take few lines: each has its least, and of what is left the more the more
 * lines it saves there. A text of width a in a column of width w takes about a / w lines, so that an inch more saves a / w²;
 * widths are right when an inch more would save as many lines in each column.
 */
export function sharedOut(shares: Share[], room: number): number[] {
  if (sum(shares.map(({ most }) => most)) <= room) return spread(shares, room);
  const savings = shares.map(share => savingOf(share));
  const widthsAt = (saving: number) =>
    shares.map(({ least, most }, at) => halved(least, most, width => (savings[at]?.(width) ?? 0) > saving));
  const saving = halved(-60, 60, power => sum(widthsAt(2 ** power)) > room);
  const widths = widthsAt(2 ** saving);
  const over = sum(widths) - room;
  // What rounding leaves over is a hair: it is given to, or taken from, the widest.
  return widths.with(widths.indexOf(Math.max(...widths)), Math.max(...widths) - over);
}

/** Where all stands on one line already, what is left goes to the columns as wide as they are. */
function spread(shares: Share[], room: number): number[] {
  const wanted = sum(shares.map(({ most }) => most));
  return shares.map(({ most }) => (most / wanted) * room);
}

/** How many lines an inch more would save in a column of a width. */
function savingOf({ lines, margin }: Share): (width: number) => number {
  const sorted = lines.toSorted((one, other) => other.width - one.width);
  const sums: number[] = [];
  for (const { width, times } of sorted) sums.push((sums.at(-1) ?? 0) + width * times);
  return width => {
    const inner = width - margin;
    const broken = Math.ceil(halved(0, sorted.length, at => (sorted[Math.floor(at)]?.width ?? 0) > inner, 0.5));
    return (sums[broken - 1] ?? 0) / inner ** 2;
  };
}
