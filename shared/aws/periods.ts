import type { Term } from '../domain/calendar/term.ts';
import type { Extension } from '../domain/office/extension.ts';
import { type BegunAnew, Period, type PeriodState } from '../domain/office/period.ts';
import type { Reissue } from '../domain/office/reissue.ts';
import { fromItemOrParts, inItemOrParts, packed, unpacked } from './parts.ts';
import { get, type Item, type Key, putOnce, query, type Table, update } from './table.ts';

export type PeriodName = { report: string; month: Term };

/** A period in hand; `putBack` counts how often it was put back. */
export type AgendaEntry = PeriodName & { putBack: number };

/**
 * Records a period; false when it was opened before, and then nothing is changed. Its units are kept packed, those of 10,000 with long
 * names in parts beside it: an item holds 400 KB.
 */
export async function recordPeriod(table: Table, period: Period): Promise<boolean> {
  const units = await inItemOrParts(table, periodKey(period).pk, packed(period.units));
  return putOnce(table, { ...periodKey(period), ...period, units });
}

export async function periodNamed(table: Table, name: PeriodName): Promise<Period | undefined> {
  const item = await get(table, periodKey(name));
  return item && Period.parse({ ...item, units: await unitsIn(table, item) });
}

async function unitsIn(table: Table, { pk, units }: Item): Promise<unknown> {
  return Array.isArray(units) ? units : unpacked(await fromItemOrParts(table, String(pk), units));
}

/**
 * Moves a period on; false when it was not in one of the states `from`: somebody else moved it. One that was begun anew goes
 * through its states again, so that who read it before moves it no more.
 */
export async function movePeriod(
  table: Table,
  name: PeriodName & Partial<BegunAnew>,
  from: PeriodState[],
  to: PeriodState,
  anew: Partial<BegunAnew> = {},
): Promise<boolean> {
  const known = begunAnewAs(name);
  const states = Object.fromEntries(from.map((state, at) => [`:from${at}`, state]));
  const begun = Object.entries(anew);
  const moved = await update(table, periodKey(name), {
    set: ['#state = :to', ...begun.map(([why]) => `${why} = :${why}`)],
    condition: `#state IN (${Object.keys(states).join(', ')}) AND ${known.condition}`,
    names: { '#state': 'state', ...known.names },
    values: {
      ...states,
      ...known.values,
      ':to': to,
      ...Object.fromEntries(begun.map(([why, what]) => [`:${why}`, what])),
    },
  });
  return moved !== undefined;
}

/** As often begun anew as whoever read it knows. */
function begunAnewAs({ extension, reissue }: Partial<BegunAnew>) {
  const extended = extension ? 'extension.#number = :number' : 'attribute_not_exists(extension)';
  const reissued = reissue ? 'reissue.#number = :reissued' : 'attribute_not_exists(reissue)';
  return {
    condition: `${extended} AND ${reissued}`,
    names: extension || reissue ? { '#number': 'number' } : {},
    values: {
      ...(extension && { ':number': extension.number }),
      ...(reissue && { ':reissued': reissue.number }),
    },
  };
}

/** Opens a period, held or drafted, again for the units that an extension names; false when it was, or another one came after. */
export function extendPeriod(table: Table, period: Period, extension: Extension): Promise<boolean> {
  return movePeriod(table, period, [period.state], 'extended', { extension });
}

/**
 * Begins a period anew whose letter went out, to compile what its heads hold by now; false when it was, or something else came after. No
 * head is opened: nobody hands in.
 */
export function reissuePeriod(table: Table, period: Period, reissue: Reissue): Promise<boolean> {
  return movePeriod(table, period, ['issued'], 'closing', { reissue });
}

/**
 * Puts a period on the agenda: what every tick looks at, until it is crossed off. It is put there before anything else
 * is made of the period, so that no half-made period is ever out of sight.
 */
export async function putOnAgenda(table: Table, { report, month }: PeriodName): Promise<void> {
  await putOnce(table, { ...agendaKey({ report, month }), report, month, putBack: 0 });
}

/** Crosses a period off; it stays when it was put back since the agenda was read, as there is new work then. */
export async function crossOffAgenda(table: Table, entry: AgendaEntry): Promise<void> {
  await update(table, agendaKey(entry), {
    set: ['done = :true'],
    condition: 'putBack = :putBack',
    values: { ':true': true, ':putBack': entry.putBack },
  });
}

/** The periods still in hand, oldest first. */
export async function agenda(table: Table): Promise<AgendaEntry[]> {
  const items = await query(table, 'AGENDA');
  return items.filter(item => !item.done).map(item => ({ ...nameFrom(item), putBack: Number(item.putBack) }));
}

/** The names of all periods there ever were, newest first. */
export async function allPeriods(table: Table): Promise<PeriodName[]> {
  const items = await query(table, 'AGENDA');
  return items.map(nameFrom).reverse();
}

/** All periods there ever were, newest first; one that was only begun to be made is left out. */
export async function everyPeriod(table: Table): Promise<Period[]> {
  const periods = await Promise.all((await allPeriods(table)).map(name => periodNamed(table, name)));
  return periods.filter(period => period !== undefined);
}

function nameFrom(item: Item): PeriodName {
  return { report: Period.shape.report.parse(item.report), month: Period.shape.month.parse(item.month) };
}

/** Where a period lies on the agenda. */
export function agendaKey({ report, month }: PeriodName) {
  return { pk: 'AGENDA', sk: `${month}#${report}` };
}

/** Where a period lies; what lies beside it is in the same partition. */
export function periodKey({ report, month }: PeriodName): Key {
  return { pk: `PERIOD#${report}#${month}`, sk: 'PERIOD' };
}
