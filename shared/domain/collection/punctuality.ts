import type { Term } from '../calendar/term.ts';
import type { OwingUnit, Period } from '../office/period.ts';

/**
 * How a unit stood in a period: `late` tried after the close or had an extension, `awaited` still has time, `not owing` had
 * nothing to hand in, `not opened` is of a term that was never opened, or is yet to come.
 */
export type Standing = 'on time' | 'late' | 'missing' | 'awaited' | 'not owing' | 'not opened';

/** A term of the year, its period where one was opened, and what the head of each unit says. */
export type TermOfYear = {
  month: Term;
  period?: Pick<Period, 'deadline' | 'units'> | undefined;
  heads: ReadonlyMap<
    string,
    {
      revision: number;
      lateAt?: number | undefined;
      receivedAt?: number | undefined;
      extendedUntil?: number | undefined;
    }
  >;
};

/** `onTime` of `due`: the periods past their deadline in which the unit owed. */
export type UnitOfYear = { unit: OwingUnit; standings: Standing[]; onTime: number; due: number };

/** The year by unit, in the newest period's order; a unit that no longer owes comes after. `now` is in milliseconds. */
export function yearByUnit(terms: TermOfYear[], now: number): UnitOfYear[] {
  const units = new Map<string, OwingUnit>();
  for (const { period } of terms.toReversed())
    for (const unit of period?.units ?? []) if (!units.has(unit.id)) units.set(unit.id, unit);
  return [...units.values()].map(unit => {
    const standings = terms.map(term => standingIn(term, unit.id, now));
    // Of periods that are over, so that everybody is counted by as many.
    const over = standings.filter((_, at) => now >= (terms[at]?.period?.deadline ?? Infinity));
    const due = over.filter(standing => standing !== 'not owing').length;
    return { unit, standings, onTime: over.filter(standing => standing === 'on time').length, due };
  });
}

function standingIn({ period, heads }: TermOfYear, unit: string, now: number): Standing {
  if (!period) return 'not opened';
  if (!period.units.some(({ id }) => id === unit)) return 'not owing';
  const { revision = 0, lateAt, extendedUntil, receivedAt = 0 } = heads.get(unit) ?? {};
  if (revision > 0) return extendedUntil !== undefined && receivedAt >= period.deadline ? 'late' : 'on time';
  if (now < period.deadline) return 'awaited';
  return lateAt === undefined ? 'missing' : 'late';
}
