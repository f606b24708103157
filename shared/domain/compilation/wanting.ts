import type { Report } from './report.ts';

/** How many places of a letter wait to be filled in: figures and results that nobody has given. */
export function wantingIn({ figures, outcomes }: Pick<Report, 'figures' | 'outcomes'>): number {
  const unfigured = figures.reduce(
    (sum, { state, without = [] }) => sum + Math.max(without.length, state === 'missing' ? 1 : 0),
    0,
  );
  return unfigured + outcomes.filter(({ missing }) => missing).length;
}

/** What units said of figures that stand out: the figure, who gave it, and their words, which no letter prints. */
export function explainedIn({ figures }: Pick<Report, 'figures'>): { code: string; unit?: string; note: string }[] {
  return figures
    .flatMap(figure => [figure, ...(figure.units ?? [])])
    .flatMap(({ code, unit, note }) => (note ? [{ code, note, ...(unit !== undefined && { unit }) }] : []));
}
