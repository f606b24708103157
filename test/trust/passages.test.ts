import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { extend } from '../../functions/board/extend.ts';
import { approve, number, redraft, sendBack } from '../../functions/board/issuing.ts';
import { cookieName, type Room } from '../../functions/board/session.ts';
import { bringBack, takeAnyway } from '../../functions/board/signing.ts';
import { handler as compileReport } from '../../functions/compile-report.ts';
import { handler as deliverReport } from '../../functions/deliver-report.ts';
import { auditedIn } from '../../infra/department/audit.ts';
import { publish } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { recordLink } from '../../shared/aws/links.ts';
import { numbersIn } from '../../shared/aws/numbers.ts';
import { periodNamed } from '../../shared/aws/periods.ts';
import { dateAt, instantAt, timeAt } from '../../shared/domain/calendar/day.ts';
import { tickAt } from '../../shared/domain/calendar/tick.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { asIssued } from '../../shared/domain/issuing/issued-edition.ts';
import { waitingReturn } from '../../shared/domain/issuing/signing.ts';
import type { Answer } from '../../shared/http/answer.ts';
import { type Request, requestFrom } from '../../shared/http/request.ts';
import { newToken } from '../../shared/token.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { asked } from '../http/a-request.ts';
import { living } from './lives.ts';
import { memoryArchive } from './memory-archive.ts';
import { copyOf, environment, type Kept, memoryHouse, nothingKept, putInPlace } from './memory-house.ts';
import { memoryPost } from './memory-post.ts';
import { memoryTable } from './memory-table.ts';
import type { Around } from './turns.ts';

const services = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../shared/aws/client.ts', () => ({ once: (service: string) => services.get(service) }));
vi.mock('../../shared/aws/pace.ts', async () => ({ paced: (await import('../aws/one-by-one.ts')).oneByOne }));

/** How the letter looks is for other tests: here it is what it says. */
vi.mock('../../templates/letter/pdf.ts', () => ({
  letterPdf: (letter: object) => ({
    bytes: new TextEncoder().encode(JSON.stringify(letter)),
    pages: 1,
    standard: 'a-3a',
  }),
}));
vi.mock('../../templates/letter/docx.ts', () => ({
  letterDocx: (letter: object) => new TextEncoder().encode(`docx ${JSON.stringify(letter)}`),
}));

/** What a signed file is, is for other tests: here each that comes back is one. */
vi.mock('../../shared/domain/issuing/signed/judge-returned.ts', () => ({
  judgeReturned: async () => ({ verdict: 'intact', signers: [], differences: [] }),
}));

const recipient = 'so-khdt@tinh.example';
const ids = ['bao-cao-a', 'bao-cao-b'] as const;
const reportOf = (id: string) =>
  reportWith({
    ...{ id, first: '2021-10', last: '2021-10', tasks: [], wording: '- {{ so_lieu.xuat-khau }}\n' },
    indicators: [{ ...exports, comparisons: [] }],
    issuing: 'after-approval',
    steps: [{ step: 'approval' }, { step: 'number' }],
  });
const office = {
  ...departmentWith(...ids.map(reportOf)),
  staff: (['coordinator', 'approver', 'clerk'] as const).map(role => ({
    ...{ id: role, name: role, mail: `${role}@so.example`, roles: [role] },
  })),
};
const signature = { step: 'signature' as const };
const month = '2021-10';
const close = instantAt('2021-11-16', '16:00');
const minutes = 60_000;

beforeAll(() => {
  Object.assign(process.env, environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
});

type Act = (room: Room, request: Request) => Promise<Answer>;

/** Presses a button of the page as it was seen: of the newest draft, where it then stood. */
async function pressed(room: Room, who: string, { act, report, now }: { act: Act; report: string; now: number }) {
  const edition = (await editionsOf(room.table, { report, month })).at(-1);
  const secret = newToken();
  await recordLink(room.table, secret, { opens: 'board', staff: who, expiresAt: (now + 12 * 60 * minutes) / 1_000 });
  const fields = {
    ...{ pdf: edition ? asIssued(edition).files.pdf.sha256 : '', turn: String(edition?.turn), words: 'xem lại' },
    returned: (edition && waitingReturn(edition)?.file.sha256) ?? '',
    ...{ 'unit.phong-a': 'on', until: localHour(now + 60 * minutes), reason: 'xin nộp thêm' },
  };
  const event = asked({
    ...{ method: 'POST', path: `/board/${report}/${month}/issuing/x`, pathParameters: { report, month } },
    ...(act === bringBack
      ? { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: withFile(fields) }
      : {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: String(new URLSearchParams(fields)),
        }),
    cookies: [`${cookieName}=${secret}`],
  });
  event.requestContext.timeEpoch = now;
  return act(room, requestFrom(event));
}

/** A form as a browser sends it with a signed file. */
function withFile(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(([name, value]) => `name="${name}"\r\n\r\n${value}`);
  const all = [...parts, 'name="file"; filename="ky.pdf"\r\n\r\n%PDF-1.7 ký'];
  return `${all.map(part => `--x\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--x--\r\n`;
}

/** As a browser's field of an hour gives it. */
function localHour(instant: number): string {
  return `${dateAt(instant)}T${timeAt(instant)}`;
}

/**
 * What each does who finds a draft with them: the first is sent back, and another made; the second is approved and numbered, and where
 * it is signed, taken with words, as a place waits to be filled in.
 */
function nextAct(edition: Edition | undefined, anew: Act): [string, Act] | undefined {
  const stands = edition?.passage?.stands;
  if (stands === 'coordinator') return ['coordinator', anew];
  if (stands === 'number') return ['clerk', number];
  if (stands === 'signature') return ['approver', edition && waitingReturn(edition) ? takeAnyway : bringBack];
  if (stands !== 'approval') return undefined;
  return ['approver', edition?.number === 1 ? sendBack : approve];
}

const isWrite = (command: unknown) =>
  [PutItemCommand, UpdateItemCommand, PutObjectCommand, SendRawEmailCommand].some(one => command instanceof one);

const lettersIn = ({ outbox }: Pick<Kept, 'outbox'>) =>
  outbox.filter(({ destinations, tags }) => destinations.includes(recipient) && tags.step?.startsWith('edition-'));

/** No letter of a draft that is not through; and no mail twice. */
async function faultsOf(room: Room, kept: Pick<Kept, 'outbox'>): Promise<string[]> {
  const names = kept.outbox.map(({ tags }) => [tags.report, tags.step, tags.recipient].join(' '));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  const unapproved = await Promise.all(
    lettersIn(kept).map(async ({ tags }) => {
      const all = await editionsOf(room.table, { report: tags.report ?? '', month });
      const edition = all.find(each => `edition-${each.number}` === tags.step);
      const approved = edition?.passage?.acts.some(({ did, at }) => did === 'pass' && at === 'approval');
      const last = all.at(-1) === edition;
      return approved && last && edition?.passage?.stands === 'through' && edition.printed
        ? []
        : [`${tags.step} unapproved`];
    }),
  );
  return [...twice.map(name => `${name} went twice`), ...unapproved.flat()];
}

/** Lives a draft through, one process ending before the given write; who finds nothing done presses again. */
async function lived(
  { anew, signs }: { anew: Act; signs: boolean },
  before?: number,
): Promise<{ faults: string[]; writes: number; ended: boolean }> {
  const kept = nothingKept();
  let [writes, ended, counts] = [0, false, false];
  const ends = () => (command: unknown) => {
    if (!counts || !isWrite(command) || ++writes !== before) return undefined;
    ended = true;
    return 'before' as const;
  };
  const house = memoryHouse(kept, ends);
  putInPlace(house, services);
  const room = { table: house.table, archive: house.archive };
  const faults: string[] = [];
  const [report] = office.reports.map(each => (signs ? { ...each, steps: [...(each.steps ?? []), signature] } : each));
  await publish(house.archive, { ...office, reports: report ? [report] : [] });
  await house.tickAt(instantAt('2021-11-01', '08:00'));
  counts = true;
  let now = close;
  for (let round = 0; round < 40; round += 1) {
    await house.tickAt(now);
    await house.hear();
    now += 20 * minutes;
    const edition = (await editionsOf(room.table, { report: ids[0], month })).at(-1);
    const next = nextAct(edition, anew);
    // Between two writes of a compilation there may be a draft, and no period that has one: then nothing is to be pressed yet.
    const state = (await periodNamed(room.table, { report: ids[0], month }))?.state;
    if (next && state === 'drafted')
      await living(ends(), () => pressed(room, next[0], { act: next[1], report: ids[0], now }));
    faults.push(...(await faultsOf(room, kept)));
    if ((await periodNamed(room.table, { report: ids[0], month }))?.state === 'issued') break;
  }
  const state = (await periodNamed(room.table, { report: ids[0], month }))?.state;
  const editions = await editionsOf(room.table, { report: ids[0], month });
  const { breaches } = await auditedIn(room.table, room.archive);
  return {
    writes,
    ended,
    faults: [
      ...faults,
      ...(state === 'issued' ? [] : [`the period is ${state}`]),
      ...(editions.length === 2 ? [] : [`${editions.length} editions`]),
      ...breaches.map(({ where, what }) => `${where}: ${what}`),
    ].map(fault => `ended before write ${before}: ${fault}`),
  };
}

describe.each([
  ['made anew, approved and numbered', { anew: redraft, signs: false }],
  ['made anew after one unit was let in again, approved and numbered', { anew: extend, signs: false }],
  ['made anew, approved, numbered and signed', { anew: redraft, signs: true }],
])('a draft that is sent back, %s', (_, life) => {
  it('is issued once, approved, under one number, nothing mailed twice, before whichever write a process ends', async () => {
    const whole = await lived(life);
    expect(whole.faults).toEqual([]);
    const faults: string[] = [];
    for (let write = 1; write <= whole.writes; write += 1) {
      const { faults: found, ended } = await lived(life, write);
      faults.push(...found, ...(ended ? [] : [`write ${write}: nothing ended`]));
    }
    expect(faults.slice(0, 10)).toEqual([]);
  });
});

/** Where a fault was put in, as many as find the rarest; the first that does is enough. */
const races = process.env.MUTANT === undefined ? { numRuns: 200 } : { numRuns: 3_000, endOnFailure: true };

describe('acts that race', () => {
  let s: fc.Scheduler | undefined;
  const inTurn: Around = async (command, take) => {
    await s?.schedule(Promise.resolve());
    const answer = take();
    await s?.schedule(Promise.resolve());
    void command;
    return answer;
  };

  /** A house in which every call waits for its turn while they race. */
  function racing({ items, files, outbox }: Kept) {
    services.set('dynamodb', memoryTable(inTurn, items).client);
    services.set('s3', memoryArchive(inTurn, { files, onPut: () => {} }).client);
    services.set('ses', memoryPost(inTurn, { outbox, now: () => close, onFeedback: () => {} }));
    return {
      table: { name: environment.TABLE, client: services.get('dynamodb') },
      archive: { bucket: environment.ARCHIVE, client: services.get('s3') },
    } as Room;
  }

  /** Both drafts, brought so far that they wait for this step. */
  async function waitingFor(step: 'approval' | 'number'): Promise<Kept> {
    const kept = nothingKept();
    const house = memoryHouse(kept, () => () => undefined);
    putInPlace(house, services);
    await publish(house.archive, office);
    await house.tickAt(instantAt('2021-11-01', '08:00'));
    await house.tickAt(close);
    if (step === 'number')
      for (const report of ids) await pressed(house, 'approver', { act: approve, report, now: close + minutes });
    return kept;
  }

  async function race(kept: Kept, scheduler: fc.Scheduler, acts: [who: string, act: Act, report: string][]) {
    const room = racing(kept);
    s = scheduler;
    const now = close + 5 * minutes;
    const racers = [
      ...acts.map(([who, act, report]) => pressed(room, who, { act, report, now })),
      compileReport(tickAt(now)),
      deliverReport(tickAt(now)),
    ];
    await s.waitFor(Promise.allSettled(racers));
    s = undefined;
    const faults = await faultsOf(room, kept);
    for (const later of [10, 15]) {
      await compileReport(tickAt(close + later * minutes));
      await deliverReport(tickAt(close + later * minutes));
    }
    return { room, faults: [...faults, ...(await faultsOf(room, kept))] };
  }

  it('an approval and a draft made anew: one of them is done, and what was replaced never goes out', async () => {
    const begun = await waitingFor('approval');
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async scheduler => {
        const kept = copyOf(begun);
        const [report] = ids;
        const { room, faults } = await race(kept, scheduler, [
          ['approver', approve, report],
          ['approver', approve, report],
          ['coordinator', redraft, report],
        ]);
        const [first, second] = await editionsOf(room.table, { report, month });
        expect(faults).toEqual([]);
        expect(first?.passage?.stands).toBe(second ? 'withdrawn' : 'number');
        expect(first?.passage?.acts.at(-1)?.did).toBe(second ? 'redraft' : 'pass');
        expect(lettersIn(kept)).toEqual([]);
      }),
      races,
    );
  });

  it('numbers: no two letters have one, and each its own, however many press at once', async () => {
    const begun = await waitingFor('number');
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async scheduler => {
        const kept = copyOf(begun);
        const { room, faults } = await race(kept, scheduler, [
          ['clerk', number, ids[0]],
          ['clerk', number, ids[0]],
          ['clerk', number, ids[1]],
          ['clerk', number, ids[1]],
        ]);
        expect(faults).toEqual([]);
        const register = await numbersIn(room.table, { year: '2021', symbol: 'SCT-KHTCTH' });
        const editions = (await Promise.all(ids.map(report => editionsOf(room.table, { report, month })))).flat();
        const borne = editions.map(({ numbered }) => numbered?.number);
        expect(new Set(borne).size).toBe(2);
        for (const { report, numbered } of editions)
          expect(register.find(given => given.number === numbered?.number)?.report).toBe(report);
        expect(lettersIn(kept)).toHaveLength(2);
        for (const { numbered, printed, passage } of editions)
          expect([printed?.so, passage?.acts.length]).toEqual([String(numbered?.number).padStart(2, '0'), 2]);
      }),
      races,
    );
  });
});
