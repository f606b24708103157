import type { Indicator } from './indicator.ts';

/** The sources of the plans that an indicator is compared with, itself or its year so far, each once. */
export function planSources({ comparisons, yearToDate }: Indicator): string[] {
  const all = [...comparisons, ...(yearToDate?.comparisons ?? [])];
  return [...new Set(all.flatMap(({ source }) => source ?? []))];
}
