/** One line of the table: `value` is a ratio that should be at most its target, or at least it where more is `wanted`, or undefined with the reason why it could not be taken on this machine. */
export type Row = { ratio: string; target: number; value?: number; missing?: string; wanted?: 'more' };

type Work = () => unknown;

/** Milliseconds of each of two works, taken by turns in one run, so that whatever slows the machine slows both. */
export async function sideBySide(one: Work, other: Work, { times, warm = 3 }: { times: number; warm?: number }) {
  const taken: { one: number[]; other: number[] } = { one: [], other: [] };
  for (let round = -warm; round < times; round += 1) {
    const samples =
      round % 2 === 0 ? [await timed(one), await timed(other)] : [await timed(other), await timed(one)].reverse();
    if (round < 0) continue;
    taken.one.push(samples[0] ?? 0);
    taken.other.push(samples[1] ?? 0);
  }
  return taken;
}

export async function timed(work: Work): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** The value below which a share of the samples lies; 0.5 is the median. */
export function quantile(samples: number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function medianRatio({ one, other }: { one: number[]; other: number[] }): number {
  return quantile(one, 0.5) / quantile(other, 0.5);
}
