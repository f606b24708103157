import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { takeDown } from '../../functions/collect/hand-in.ts';
import { handler as compileReport } from '../../functions/compile-report.ts';
import type { Archive } from '../../shared/aws/archive.ts';
import { editionNumbered, editionsOf, extendInPlaceOf } from '../../shared/aws/editions.ts';
import { type Editing, editsOf, makeEdit } from '../../shared/aws/edits.ts';
import { goOnExtending } from '../../shared/aws/extending.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { periodNamed } from '../../shared/aws/periods.ts';
import type { Table } from '../../shared/aws/table.ts';
import { tickAt } from '../../shared/domain/calendar/tick.ts';
import type { HandIn } from '../../shared/domain/collection/answers.ts';
import { standingEdits } from '../../shared/domain/collection/edit.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import {
  answersGiving,
  askedOf,
  deadline,
  lettersOf,
  openPeriod,
  recordOf,
  reportIds,
  sessionOf,
  units,
  wordsInLetter,
} from './a-period.ts';
import { endingAt, living, Point } from './lives.ts';

/** Minutes by which a clock is off; 0 is the stroke of the deadline. */
const skew = fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 5 }));

/**
 * A clerk who opens the form and hands in, perhaps presses twice, perhaps is cut off and sends again; perhaps by a program that
 * names all acts of the unit by one key.
 */
const Clerk = fc.record({
  unit: fc.constantFrom(...units.slice(0, 2)),
  skew,
  presses: fc.constantFrom(1, 1, 2),
  key: fc.constantFrom('own', 'own', 'the unit’s'),
  ends: fc.option(Point, { freq: 4, nil: undefined }),
  again: fc.boolean(),
});

/** A coordinator who looks at what a unit wrote, and puts another wording beside it; perhaps is cut off. */
const Editor = fc.record({
  unit: fc.constantFrom(...units.slice(0, 2)),
  ends: fc.option(Point, { freq: 4, nil: undefined }),
});

/** A tick of the schedule: on time, late, twice, in parallel. */
const Tick = fc.record({ skew, ends: fc.option(Point, { freq: 2, nil: undefined }) });

/**
 * What the head of the last unit suffers, of whom nobody hands in: lost, spoilt, refused by the table whenever it is to be fenced,
 * or refused once, as the table has no time.
 */
const Trouble = fc.constantFrom('gone' as const, 'unreadable' as const, 'unfenced' as const, 'slow' as const);
export type Trouble = Of<typeof Trouble>;

/**
 * A coordinator who extends the held letter's period by an hour and a half for the first two units, perhaps cut off, perhaps
 * twice; who hands in and which ticks there are about its end.
 */
const Extending = fc.record({
  presses: fc.constantFrom(1, 2),
  ends: fc.option(Point, { freq: 2, nil: undefined }),
  clerks: fc.array(Clerk, { maxLength: 2 }),
  ticks: fc.array(Tick, { maxLength: 2 }),
});
type Extending = Of<typeof Extending>;

export const Schedule = fc.record({
  report: fc.constantFrom(...reportIds),
  clerks: fc.array(Clerk, { minLength: 1, maxLength: 4 }),
  editors: fc.array(Editor, { maxLength: 2 }),
  ticks: fc.array(Tick, { maxLength: 3 }),
  trouble: fc.option(Trouble, { freq: 3, nil: undefined }),
  extending: fc.option(Extending, { freq: 1, nil: undefined }),
});
export type Schedule = Of<typeof Schedule>;

type Of<Kind> = Kind extends fc.Arbitrary<infer Value> ? Value : never;
type Clerk = Of<typeof Clerk>;
type Editor = Of<typeof Editor>;
type Tick = Of<typeof Tick>;

/** Where a schedule is played; from `interleave` on, every call waits for its turn. */
export type Room = {
  table: Table;
  archive: Archive;
  hash: string;
  interleave: (s: fc.Scheduler | undefined) => void;
  /** Whether the first letter is held. */
  hold: (held: boolean) => void;
  /** Lays a trouble upon the head of a unit; without one, takes it away. */
  trouble: (unit: string, trouble?: Trouble) => void;
};

/** What a clerk was told of a value: accepted, not accepted, or nothing, as the process ended first. */
type Told = { unit: string; value: string; told: 'accepted' | 'not accepted' | 'two answers' | 'nothing' };

/** What a coordinator was told of a wording. */
type ToldOfEdit = { text: string; told: Editing | 'no words' | 'nothing' };

/**
 * Plays a schedule in the order `s` chooses, lets a last tick finish, and says what went wrong; nothing when all is well.
 * Somebody looks on meanwhile, and must never find an edition without its files.
 */
export async function faultsIn(room: Room, schedule: Schedule, s: fc.Scheduler): Promise<string[]> {
  const { report, clerks, editors, ticks, extending } = schedule;
  const trouble = extending ? undefined : schedule.trouble;
  const period = await openPeriod(room.table, room.hash, report);
  room.hold(extending !== undefined);
  if (trouble) room.trouble(troubled, trouble);
  room.interleave(s);
  const later = <Skewed extends { skew: number }>(all: Skewed[] = []) =>
    all.map(each => ({ ...each, skew: each.skew + extended }));
  const working = [...clerks, ...later(extending?.clerks)].map((clerk, at) =>
    handInAs(room, period, { ...clerk, value: String(100 + at) }),
  );
  const editing = editors.map((editor, at) => editAs(room, period, { ...editor, text: `biên tập ${at}` }));
  const ticking = [...ticks, ...later(extending?.ticks)].map(tickAs);
  const deciding = extending ? extendAs(room, period, extending) : Promise.resolve();
  const looking = lookOn(room, period);
  const told = await s.waitFor(Promise.all(working));
  const edited = await s.waitFor(Promise.all(editing));
  const failed = (await s.waitFor(Promise.all(ticking))).flat();
  const faults = await s.waitFor(looking);
  await s.waitFor(deciding);
  room.interleave(undefined);
  for (const skew of [60, 65]) failed.push(...(await tickAs({ skew, ends: undefined })));
  if (extending) {
    await extendAs(room, period, { presses: 1, ends: undefined });
    for (const skew of [extended + 60, extended + 65]) failed.push(...(await tickAs({ skew, ends: undefined })));
  }
  // Who still closed for the first letter may find that heads were opened again.
  if (trouble !== 'slow' && !extending) faults.push(...failed);
  return [
    ...faults,
    ...(await faultsOf(room, period, { told, trouble, editions: extending ? 2 : 1 })),
    ...(await faultsOfEdits(room, period, edited)),
    ...(await faultsOfTrouble(room, period, trouble)),
  ];
}

/** Whom a trouble befalls. */
const troubled = units.at(-1) ?? '';

/** The letter names whom it was compiled without and why; once the trouble is over, what was left open is closed, outside of it. */
async function faultsOfTrouble({ table, trouble: lay }: Room, period: Period, trouble: Trouble | undefined) {
  const unclosed = trouble && trouble !== 'slow' ? [{ id: troubled, name: troubled, why: trouble }] : undefined;
  const [edition] = await editionsOf(table, period);
  if (!isDeepStrictEqual(edition?.unclosed, unclosed))
    return [`the letter was compiled without ${JSON.stringify(edition?.unclosed)}`];
  if (trouble !== 'unfenced') return [];
  lay(troubled);
  await tickAs({ skew: 70, ends: undefined });
  const head = await headOf(table, { ...period, unit: troubled });
  return head?.fencedAt === instant(70) && head.outside ? [] : [`${troubled} is not closed behind the letter`];
}

async function handInAs(room: Room, period: Period, clerk: Clerk & { value: string }): Promise<Told> {
  const { unit, value, ends, presses, again } = clerk;
  const key = clerk.key === 'own' ? `key-${value}` : `key-${unit}`;
  const asked = askedOf(period, unit);
  const session = sessionOf(period, unit);
  const shown = async () => {
    const head = await headOf(room.table, session.head);
    if (!head) throw new Error('no head');
    return head;
  };
  const answers = { ...answersGiving(value, period, unit), further: `lời ${value}` };
  const handing: HandIn = { key, basedOn: 0, answers };
  const press = async () => {
    const { kind } = await takeDown(room, { session, asked, shown, handing, receivedAt: instant(clerk.skew) });
    return kind === 'accepted';
  };
  const told = await living(endingAt(ends), async () => {
    handing.basedOn = (await headOf(room.table, session.head))?.revision ?? 0;
    const pressed = await Promise.all(Array.from({ length: presses }, press));
    return pressed.every(Boolean) ? 'accepted' : pressed.some(Boolean) ? 'two answers' : 'not accepted';
  });
  if (told === 'nothing' && again) return { unit, value, told: (await press()) ? 'accepted' : 'not accepted' };
  return { unit, value, told };
}

/** Minutes from the deadline to the end of the extension. */
const extended = 90;

/** Decides once there is a held letter; who was cut off may press again, or leave it to the next tick. */
async function extendAs(
  { table }: Room,
  period: Period,
  { presses, ends }: Pick<Extending, 'presses' | 'ends'>,
): Promise<void> {
  const extension = {
    number: 1,
    units: units.slice(0, 2),
    until: instant(extended),
    reason: 'còn thiếu',
    who: 'tong-hop',
  };
  for (let press = 0; press < presses; press += 1) {
    await living(endingAt(press === 0 ? ends : undefined), async () => {
      const edition = (await editionsOf(table, period)).at(-1);
      if (edition?.number !== 1) return;
      await extendInPlaceOf(table, edition, { ...extension, at: instant(30) });
      const [now, standing] = await Promise.all([periodNamed(table, period), editionNumbered(table, edition)]);
      if (now && standing) await goOnExtending(table, now, standing);
    });
  }
}

async function editAs({ table }: Room, opened: Period, { unit, text, ends }: Editor & { text: string }) {
  const told = await living(endingAt(ends), async () => {
    const period = await periodNamed(table, opened);
    const head = await headOf(table, { ...opened, unit });
    if (!period || !head?.submission) return 'no words' as const;
    const { report, month } = period;
    const named = { report, month, unit, part: 'further', called: 'Việc khác', who: 'tong-hop', at: instant(-60) };
    return makeEdit(table, period, { ...named, madeOn: head.submission.further, text });
  });
  return { text, told };
}

/**
 * Made if and only if the letter is made with it: of each text it says the newest edit that was made, and only in place of the very
 * words that one was made on; else what the unit wrote.
 */
async function faultsOfEdits({ archive, table }: Room, opened: Period, told: ToldOfEdit[]): Promise<string[]> {
  const period = await periodNamed(table, opened);
  const edits = period ? await editsOf(table, period) : [];
  const edition = (await editionsOf(table, opened)).at(-1);
  const faults =
    edits.length === (edition?.edits ?? 0) ? [] : [`${edits.length} edits, ${edition?.edits} in the letter`];
  for (const { text, told: was } of told) {
    const made = edits.some(edit => edit.text === text);
    if (was !== 'nothing' && made !== (was === 'made')) faults.push(`"${text}" was told "${was}", made: ${made}`);
  }
  for (const { unit, text, edited } of await wordsInLetter(archive, table, opened)) {
    const newest = standingEdits(edits).find(edit => edit.unit === unit);
    const wanted = newest?.madeOn === text ? newest.text : undefined;
    if (edited?.text !== wanted) faults.push(`${unit} wrote "${text}", the letter says ${edited?.text}, not ${wanted}`);
  }
  return faults;
}

async function lookOn({ archive, table }: Room, period: Period): Promise<string[]> {
  for (let look = 0; look < 3; look += 1) {
    const found = await lettersOf(archive, table, period).catch(() => undefined);
    if (!found) return ['an edition was found without its files'];
  }
  return [];
}

async function tickAs({ skew: minutes, ends }: Tick): Promise<string[]> {
  return living(endingAt(ends), () => compileReport(tickAt(instant(minutes)))).then(
    () => [],
    error => [`a tick failed: ${error}`],
  );
}

/** Accepted if and only if on record, whatever is on record last in the letter, every revision there by a key of its own, one letter. */
async function faultsOf(
  room: Room,
  period: Period,
  { told, trouble, editions }: { told: Told[]; trouble: Trouble | undefined; editions: number },
): Promise<string[]> {
  const letters = await lettersOf(room.archive, room.table, period);
  // Of a record that nobody can read there is nothing to be asked.
  const readable = trouble === 'unreadable' ? units.filter(unit => unit !== troubled) : units;
  const records = new Map(
    await Promise.all(readable.map(async unit => [unit, await recordOf(room.table, period, unit)] as const)),
  );
  const faults = letters.length === editions ? [] : [`${letters.length} editions`];
  for (const [unit, { values, keys, revision }] of records) {
    if (new Set(keys).size !== revision) faults.push(`${unit}: revision ${revision}, by the keys ${keys}`);
    if (new Set(values).size !== revision) faults.push(`${unit}: revision ${revision}, on record ${values}`);
    if (letters.at(-1)?.get(unit) !== values.at(-1))
      faults.push(`${unit}: ${values.at(-1)} on record, not in the letter`);
  }
  for (const { unit, value, told: was } of told) {
    const recorded = records.get(unit)?.values.includes(value) ?? false;
    if (was === 'two answers' || (was !== 'nothing' && recorded !== (was === 'accepted')))
      faults.push(`${unit} was told "${was}" of ${value}: on record ${records.get(unit)?.values}`);
  }
  return faults;
}

function instant(minutes: number): number {
  return deadline + minutes * 60_000;
}
