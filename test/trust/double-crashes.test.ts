import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Crashes, crashedMonth, type Living, type Moment, type Reports } from './crashed-month.ts';
import { environment, type MemoryHouse, putInPlace } from './memory-house.ts';

const services = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../shared/aws/client.ts', () => ({ once: (service: string) => services.get(service) }));

/** One mail after the other, without waiting: the pace is for other tests, and time costs a thousand months too much. */
vi.mock('../../shared/aws/pace.ts', async () => ({ paced: (await import('../aws/one-by-one.ts')).oneByOne }));

/** That a mail waits for the next tick is logged each time: here thousands of times. */
vi.mock('../../shared/log.ts', () => ({ log: { info: () => {}, warn: () => {}, error: () => {} } }));

/** Believed as it comes: whom to believe is for feedback.test.ts, and a signature costs as much as a day of the month. */
vi.mock('../../functions/track-delivery/signature.ts', () => ({ doubtAbout: async () => undefined }));

/** Set once for each letter there is: the same letter gives the same bytes (test/templates/letter). */
const set = vi.hoisted(() => <Given extends unknown[], Bytes>(setting: (...given: Given) => Bytes) => {
  const known = new Map<string, Bytes>();
  return (...given: Given): Bytes => {
    const name = JSON.stringify(given);
    const bytes = known.get(name) ?? setting(...given);
    known.set(name, bytes);
    return bytes;
  };
});
vi.mock('../../templates/letter/pdf.ts', async original => ({ letterPdf: set((await original<Pdf>()).letterPdf) }));
vi.mock('../../templates/letter/docx.ts', async original => ({ letterDocx: set((await original<Docx>()).letterDocx) }));
type Pdf = typeof import('../../templates/letter/pdf.ts');
type Docx = typeof import('../../templates/letter/docx.ts');

beforeAll(() => {
  Object.assign(process.env, environment);
});

const use = (clients: MemoryHouse['clients']) => putInPlace({ clients }, services);

type Tried = { crashes: Crashes; faults: string[]; moments: Moment[]; end: Moment };

/** Lives a month and says what went wrong, and how to live it again. That a process did not end where it was to is wrong, too. */
async function tried(crashes: Crashes, { from, again = false }: Partial<Living> = {}): Promise<Tried> {
  const { faults, moments, end } = await crashedMonth(crashes, { use, from, again });
  if (end.ended.length !== crashes.before.length) faults.push(`only ${end.ended.length} of them ended`);
  const told = `CRASHES=${crashes.before} REPORTS="${crashes.reports}", ended in ${end.ended.join(', then in ')}`;
  return { crashes, faults: faults.map(fault => `${told}: ${fault}`), moments, end };
}

/** Every month that goes on as `month` does and has one more process end, before a later write that `counts`; to be lived `again`. */
async function* endedOnceMore({ crashes, moments, end }: Tried, counts: (write: number) => boolean, again = false) {
  for (let write = (crashes.before.at(-1) ?? 0) + 1; write <= end.writes; write += 1) {
    const from = moments.findLast(({ writes }) => writes < write);
    if (counts(write)) yield tried({ ...crashes, before: [...crashes.before, write] }, { from, again });
  }
}

/** Ends a process before each write of a month in which SES says no to everybody at first. */
async function everyMonthDeclined() {
  const well = await tried({ before: [], reports: 'at once', declined: true }, { again: true });
  const months = [well];
  for await (const once of endedOnceMore(well, () => true)) months.push(once);
  return months;
}

/** Ends a process before each write of a month whose letter is held and whose period is extended. */
async function everyMonthExtended() {
  const well = await tried({ before: [], reports: 'at once', extended: true }, { again: true });
  const months = [well];
  for await (const once of endedOnceMore(well, () => true)) months.push(once);
  return months;
}

/** Ends a process before each write of a month; and then, in each of these months, another one before each later write. */
async function everyMonth(reports: Reports, counts: (settles: boolean, before: boolean) => boolean) {
  const months = [await tried({ before: [], reports }, { again: true })];
  for await (const once of endedOnceMore(months[0] as Tried, () => true, true)) months.push(once);
  // Where one crash is too many, two are.
  if (months.some(({ faults }) => faults.length > 0)) return months;
  for (const once of months.slice(1)) {
    const [first = 0] = once.crashes.before;
    const settles = (write: number) => once.end.settling.includes(write);
    const twice = endedOnceMore(once, second => counts(settles(first), settles(second)));
    for await (const { crashes, faults, end } of twice) months.push({ crashes, faults, end, moments: [] });
  }
  return months;
}

/** What went wrong: the first few tell enough. */
const faultsIn = (months: Tried[]) => months.flatMap(({ faults }) => faults).slice(0, 10);

/** A failure names its month, which can then be lived alone: CRASHES=12,31 REPORTS="at once". */
const told = process.env.CRASHES?.split(',').map(Number);

describe('wherever in a month a process ends, and wherever another one ends after it', () => {
  // When reports come makes a difference only to mails whose sender ended before it could enter the answer.
  it.each<Reports>(['never', 'late'])(
    'no mail is sent again whose fate SES reports %s, and the coordinator is told of it',
    async reports => {
      const months = await everyMonth(reports, (first, second) => first || second);
      expect(faultsIn(months)).toEqual([]);
      expect(months.length).toBeGreaterThan(200);
    },
    300_000,
  );

  it('nothing is lost or mailed twice though SES says no to everybody at the first tick of all that is due', async () => {
    const months = await everyMonthDeclined();
    expect(faultsIn(months)).toEqual([]);
    expect(months.length).toBeGreaterThan(40);
  }, 300_000);

  it('a period that is extended is opened again, once, and its letter has what was accepted then', async () => {
    const months = await everyMonthExtended();
    expect(faultsIn(months)).toEqual([]);
    expect(months.flatMap(({ end }) => end.ended.map(nameIn))).toContain('board');
    expect(months.length).toBeGreaterThan(50);
  }, 300_000);

  it('there is one letter with what was accepted, and each mail goes out once or is known not to', async () => {
    const months = await everyMonth('at once', () => true);
    expect(faultsIn(months)).toEqual([]);
    const functions = months.flatMap(({ end }) => (end.ended.length === 2 ? [end.ended.map(nameIn).join(' ')] : []));
    expect([...new Set(functions)].sort()).toEqual([
      'compile-report compile-report',
      'compile-report deliver-report',
      'compile-report track-delivery',
      'deliver-report deliver-report',
      'deliver-report track-delivery',
      'open-periods compile-report',
      'open-periods deliver-report',
      'open-periods open-periods',
      'open-periods track-delivery',
      'track-delivery compile-report',
      'track-delivery deliver-report',
      'track-delivery open-periods',
      'track-delivery track-delivery',
    ]);
  }, 300_000);

  if (told)
    it(`nor in the one month told: ${told}`, async () => {
      const reports = (process.env.REPORTS ?? 'at once') as Reports;
      expect(faultsIn([await tried({ before: told, reports })])).toEqual([]);
    });
});

function nameIn(ended: string): string {
  return ended.split(' ')[0] ?? '';
}
