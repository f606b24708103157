import * as z from 'zod/mini';
import { CalendarDate } from '../calendar/day.ts';
import { Term } from '../calendar/term.ts';
import { Id } from '../text/id.ts';

/** Kỳ báo cáo: its states follow one another, each step one conditional write. */
export const PeriodState = z.enum(['open', 'closing', 'closed', 'compiled', 'held', 'issued']);
export type PeriodState = z.infer<typeof PeriodState>;

/** A unit owing: what is needed to find its head and to write to it. */
export const OwingUnit = z.object({ id: Id, name: z.string(), mail: z.array(z.string()) });
export type OwingUnit = z.infer<typeof OwingUnit>;

/**
 * One period of one report, fixed at its opening. `definition` is the hash of the department as published then: a later
 * edit never changes a period already open. Instants are milliseconds since 1970 in UTC.
 */
export const Period = z.object({
  report: Id,
  month: Term,
  state: PeriodState,
  definition: z.string(),
  opensAt: z.number(),
  deadline: z.number(),
  reminders: z.array(z.number()),
  window: z.object({ from: CalendarDate, to: CalendarDate }),
  units: z.array(OwingUnit),
  shards: z.number(),
});
export type Period = z.infer<typeof Period>;

/** What of a period is settled at its opening, and never changes: all but its state. */
export function fixedOf({ state: _, ...fixed }: Period): Omit<Period, 'state'> {
  return fixed;
}

/** When a period's parts happen, by the calendar of the office. */
export type Timetable = Pick<Period, 'opensAt' | 'deadline' | 'reminders' | 'window'>;

/** How often a unit may hand in within a period: far more than people do, and too few to fill the table. */
export const mostRevisions = 200;

/** The partition a unit's head lies in, spread evenly by the unit's name. */
export function shardOf(unit: string, shards: number): number {
  let sum = 0;
  for (const letter of unit) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % shards;
}

/** A submission on the stroke of the deadline is late. */
export function isLate(period: Pick<Period, 'deadline'>, receivedAt: number): boolean {
  return receivedAt >= period.deadline;
}

/** True while units may hand in: the period is open, and its deadline has not come. */
export function collects(period: Pick<Period, 'state' | 'deadline'>, now: number): boolean {
  return period.state === 'open' && !isLate(period, now);
}
