import * as z from 'zod/mini';
import { CalendarDate } from '../calendar/day.ts';
import { Term } from '../calendar/term.ts';
import { Id } from '../text/id.ts';
import { Extension, timesExtended } from './extension.ts';
import { Reissue } from './reissue.ts';

/**
 * Kỳ báo cáo: its states follow one another, each step one conditional write. `drafted`: the letter goes through the steps of its
 * office, and where it stands among them its edition says; `compiled`: it goes out. From `held` and `drafted` a period may be
 * `extended`, and is then closed and compiled anew.
 *
 *     open ▶ closing ▶ closed ▶ compiled ▶ issued
 *               ▲        ├▶ held ────▲
 *               │        └▶ drafted ─┘
 *            extended ◀──── held, drafted
 */
export const PeriodState = z.enum(['open', 'closing', 'closed', 'compiled', 'held', 'drafted', 'extended', 'issued']);
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
  /** The latest one; none in a period that never was extended. */
  extension: z.optional(Extension),
  /** How many edits were made of what units wrote; counted while it is open, or extended. */
  edits: z.optional(z.number()),
  /** The latest one; none in a period whose letter never was replaced. */
  reissue: z.optional(Reissue),
});
export type Period = z.infer<typeof Period>;

/** What of a period is settled at its opening, and never changes: all but its state, and what is decided of it later. */
export function fixedOf(period: Period): Omit<Period, Later> {
  const { state: _, extension: __, edits: ___, reissue: ____, ...fixed } = period;
  return fixed;
}

type Later = 'state' | 'extension' | 'edits' | 'reissue';

/** What may begin a period anew: more time for some, or a letter in the place of the one that went out. */
export type BegunAnew = Pick<Period, 'extension' | 'reissue'>;

/** How often a period was begun anew, and so how many editions there were before the one in hand. */
export function timesBegunAnew({ extension, reissue }: Partial<BegunAnew>): number {
  return Math.max(timesExtended({ extension }), reissue?.number ?? 0);
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

/** True once the letter of a period has gone out: what it says may be corrected from then on. */
export function mayBeCorrected({ state, reissue }: Pick<Period, 'state' | 'reissue'>): boolean {
  return state === 'issued' || reissue !== undefined;
}

/**
 * When a period closes: at its deadline, or when its extension is over. One whose letter is replaced was closed all the while: what
 * counts is when that was decided.
 */
export function closesAt({ deadline, extension, reissue }: Pick<Period, 'deadline'> & BegunAnew): number {
  if (reissue && reissue.number > timesExtended({ extension })) return reissue.at;
  return extension?.until ?? deadline;
}

/** The same for one unit, as its head says whether it was given more time. */
export function closesFor(
  { deadline }: Pick<Period, 'deadline'>,
  head: { extendedUntil?: number | undefined },
): number {
  return head.extendedUntil ?? deadline;
}

/** What a period takes at an instant: all of it until its deadline; once it is extended, the units named until their hour. */
export function stillOpen<Opened extends Period>(period: Opened, now: number): Opened | undefined {
  if (period.state === 'open') return isLate(period, now) ? undefined : period;
  const { state, extension } = period;
  if (state !== 'extended' || !extension || now >= extension.until) return undefined;
  const named = new Set(extension.units);
  const units = period.units.filter(({ id }) => named.has(id));
  return { ...period, units, deadline: extension.until, reminders: [] };
}

/** True while a unit may hand in. */
export function collectsFrom(unit: string, period: Period, now: number): boolean {
  return stillOpen(period, now)?.units.some(({ id }) => id === unit) ?? false;
}
