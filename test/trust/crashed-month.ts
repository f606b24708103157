import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { takeDown } from '../../functions/collect/hand-in.ts';
import { askedOf } from '../../functions/collect/room.ts';
import { auditedIn } from '../../infra/department/audit.ts';
import { openedMail } from '../../infra/local/mailbox.ts';
import { opens } from '../../shared/aws/access.ts';
import { readFiled, wake } from '../../shared/aws/archive.ts';
import { publish } from '../../shared/aws/departments.ts';
import { editionNumbered, editionsOf, extendInPlaceOf } from '../../shared/aws/editions.ts';
import { goOnExtending } from '../../shared/aws/extending.ts';
import { sessionByLink } from '../../shared/aws/form-links.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { mailsOf } from '../../shared/aws/ledger.ts';
import { agenda, periodNamed } from '../../shared/aws/periods.ts';
import { issuedFigures } from '../../shared/aws/series.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import type { Report } from '../../shared/domain/compilation/report.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { ofTheQuarter, rowsGiving, toldIn, works } from './a-quarter.ts';
import type { Ends } from './lives.ts';
import { copyOf, type Kept, type Lives, type MemoryHouse, memoryHouse, nothingKept } from './memory-house.ts';

/** When what SES reports of a mail is brought: at once, after the house has given up waiting for the answer, or never. */
export type Reports = 'at once' | 'late' | 'never';

/** Processes end just before the writes of these numbers, counted through the month from 1. */
export type Crashes = {
  before: readonly number[];
  reports: Reports;
  /** SES says no to everybody at the first tick of all that is due, and is mended by the next. */
  declined?: boolean;
  /** Nobody hands in before the close, the letter is held, and the period is extended in place of letting it go. */
  extended?: boolean;
};

/** How far a month has come. From here it can be lived again, to end otherwise. */
export type Moment = {
  kept: Kept;
  /** How many of the steps are over. */
  steps: number;
  writes: number;
  /** Writes by which a function enters that a mail was sent: ended before one of them, it leaves the mail's fate unknown. */
  settling: number[];
  /** Where processes ended. */
  ended: string[];
  handedIn: number | undefined;
};

/** One unit that owes one figure, two reminders, one recipient. */
const monthly = reportWith({
  first: '2021-10',
  last: '2021-10',
  indicators: [{ ...exports, comparisons: [] }],
  tasks: [],
  wording: '- {{ so_lieu.xuat-khau }}\n',
});
/** The same of a quarter, with a list; lived where reports of SES do not come at once. */
const quarterly = reportWith({
  ...{ ...monthly, ...ofTheQuarter, last: '2021-Q3', lists: [{ ...works, owedBy: ['phong-a'] }] },
  wording: `${monthly.wording}\n{% for dong in bang_ke.cong-viec %}\n- {{ dong.ten }}: {{ dong.so }}\n{% endfor %}\n`,
});

type PeriodId = Pick<Period, 'report' | 'month'>;

/** Months that go on from the same moment have the same mails. */
const read = new WeakMap<Buffer, ReturnType<typeof openedMail>>();

function readOnce(raw: Buffer): ReturnType<typeof openedMail> {
  const mail = read.get(raw) ?? openedMail(raw);
  read.set(raw, mail);
  return mail;
}

const unit = 'phong-a@so.example';
const coordinator = 'tong-hop@so.example';

/** What of it differs where a coordinator is to extend. */
const holding = { reminders: [], whenMissing: 'hold' } satisfies Partial<ReportDefinition>;

/** After each thing that is due the schedule ticks until whatever two processes left is made up for: an hour, for a mail. */
const timeline: { day: string; ticks: string[]; handsIn?: string; extends?: string }[] = [
  { day: '2021-11-01', ticks: ['08:00', '08:05', '08:10', '08:25', '08:30', '09:30', '09:35', '09:40'] },
  { day: '2021-11-11', ticks: ['08:00'], handsIn: '08:02' },
  { day: '2021-11-11', ticks: ['08:05', '08:10', '08:25', '08:30'] },
  { day: '2021-11-15', ticks: ['08:00'], handsIn: '08:02' },
  { day: '2021-11-15', ticks: ['08:05', '08:10', '08:25'] },
  { day: '2021-11-16', ticks: ['16:00', '16:05', '16:10', '16:25', '16:30', '17:30', '17:35', '17:40', '17:55'] },
  // Word of what is unknown may itself have become unknown.
  { day: '2021-11-16', ticks: ['19:00'] },
];
/** The same of a letter that is held: the coordinator extends its period, twice to be sure, and the unit hands in then. */
const extendedTimeline: typeof timeline = [
  { day: '2021-11-01', ticks: ['08:00', '08:05', '08:10', '08:25', '08:30', '09:30', '09:35', '09:40'] },
  { day: '2021-11-16', ticks: ['16:00', '16:05', '16:10', '16:25', '16:30', '17:30', '17:35', '17:40'] },
  { day: '2021-11-17', ticks: [], extends: '09:00' },
  { day: '2021-11-17', ticks: [], extends: '09:02' },
  { day: '2021-11-17', ticks: ['09:05', '09:10', '09:25', '09:30'], handsIn: '09:40' },
  { day: '2021-11-17', ticks: ['09:45', '10:00', '10:05', '10:30', '11:00', '11:05'] },
  { day: '2021-11-18', ticks: ['16:00', '16:05', '16:10', '16:25', '16:30', '17:30', '17:35', '17:40', '17:55'] },
  { day: '2021-11-18', ticks: ['19:00'] },
];
const until = instantAt('2021-11-18', '16:00');

/** Claims are a quarter of an hour old by then, and no mail is parked yet. */
const lateReports = /:30$/;

const onTheHour = (now: number) => now % 3_600_000 === 0;

type Step = { does: 'tick' | 'hand in' | 'extend'; at: number; reported: Reports[] };

const stepsOf = (days: typeof timeline) =>
  days.flatMap(({ day, ticks, handsIn, extends: decides }): Step[] => [
    ...(decides ? [{ does: 'extend' as const, at: instantAt(day, decides), reported: [] }] : []),
    ...ticks.map(time => ({
      does: 'tick' as const,
      at: instantAt(day, time),
      reported: ['at once' as const, ...(lateReports.test(time) ? ['late' as const] : [])],
    })),
    ...(handsIn ? [{ does: 'hand in' as const, at: instantAt(day, handsIn), reported: [] }] : []),
  ]);

const steps = stepsOf(timeline);
const extendedSteps = stepsOf(extendedTimeline);

export type Living = {
  /** Is told the services of that office. */
  use: (clients: MemoryHouse['clients']) => void;
  /** From where on the month is lived; without it, from its beginning. */
  from?: Moment | undefined;
  /** Whether its moments are wanted, to live it again from. */
  again: boolean;
};

/** Lives October 2021 of that office. */
export async function crashedMonth(
  crashes: Crashes,
  { use, from: moment, again }: Living,
): Promise<{ faults: string[]; moments: Moment[]; end: Moment }> {
  const { before, reports, declined = false, extended = false } = crashes;
  const definition = { ...(reports === 'at once' ? monthly : quarterly), ...(extended ? holding : {}) };
  const period = { report: definition.id, month: definition.first };
  const { kept, ended, settling, ...from } = moment ?? beginning();
  const come = { ...from, kept: copyOf(kept), ended: [...ended], settling: [...settling] };
  const house = memoryHouse(come.kept, endingBefore(before, come), now => declined && onTheHour(now));
  use(house.clients);
  if (!moment) await publish(house.archive, departmentWith(definition));

  const moments: Moment[] = [];
  for (const { does, at, reported } of (extended ? extendedSteps : steps).slice(come.steps)) {
    if (again) moments.push({ ...come, kept: copyOf(come.kept), ended: [...come.ended], settling: [...come.settling] });
    if (does === 'tick') await house.tickAt(at);
    else if (does === 'extend') await house.acting(() => extend(house, period, at));
    else come.handedIn ??= await handIn(house, at);
    if (reported.includes(reports)) await house.hear();
    come.steps += 1;
  }
  return { faults: await faultsOf(house, period, { handedIn: come.handedIn, extended }), moments, end: come };
}

function beginning(): Moment {
  return { kept: nothingKept(), steps: 0, writes: 0, settling: [], ended: [], handedIn: undefined };
}

/** Counts the writes, and ends processes at some of them. */
function endingBefore(before: readonly number[], come: Pick<Moment, 'writes' | 'ended' | 'settling'>) {
  return (name: Lives): Ends => {
    let mailed = false;
    return command => {
      if (!isWrite(command)) return undefined;
      come.writes += 1;
      if (mailed) come.settling.push(come.writes);
      mailed = command instanceof SendRawEmailCommand;
      if (!before.includes(come.writes)) return undefined;
      come.ended.push(`${name} before ${command.constructor.name.replace('Command', '')} ${come.writes}`);
      return 'before';
    };
  };
}

/** What leaves a trace. A read leaves none: to end before or after it is to end before the next write, or after the last. */
function isWrite(command: unknown): command is { constructor: { name: string } } {
  return [PutItemCommand, UpdateItemCommand, PutObjectCommand, SendRawEmailCommand].some(
    writing => command instanceof writing,
  );
}

/** Hands in by the link mailed last, as a program does; when it was accepted, or undefined when no link came. */
async function handIn({ table, outbox }: MemoryHouse, now: number): Promise<number | undefined> {
  const mail = outbox.findLast(({ destinations, tags }) => destinations.includes(unit) && tags.step !== 'receipt-1');
  const address = mail && (await readOnce(mail.raw)).link;
  if (!address) return undefined;
  const token = new URL(address).pathname.split('/').at(-1) ?? '';
  const session = await sessionByLink(table, token, now);
  const head = session && (await headOf(table, session.head));
  if (!head || !opens(head, session, now)) throw new Error('a link was mailed that opens nothing');
  const asked = await askedOf({ table }, session.head);
  const figures = { 'xuat-khau': { state: 'reported' as const, value: '138,8' } };
  const answers = { figures, outcomes: {}, ...(asked.owed.lists?.length ? { lists: rowsGiving('138,8') } : {}) };
  const { kind } = await takeDown(
    { table },
    {
      session,
      asked,
      shown: async () => head,
      handing: { key: 'key', basedOn: 0, answers },
      receivedAt: now,
    },
  );
  if (kind !== 'accepted') throw new Error(`handed in, and ${kind}`);
  return now;
}

/** What the board does when a coordinator extends: decided by one write, and carried on by whoever finds it half done. */
async function extend({ table, archive }: MemoryHouse, period: PeriodId, now: number): Promise<void> {
  const [held, kept] = await Promise.all([editionsOf(table, period), periodNamed(table, period)]);
  const edition = held.at(-1);
  if (!edition || kept?.state !== 'held') return;
  const decision = { units: ['phong-a'], until, reason: 'còn thiếu', who: 'tong-hop', at: now };
  await extendInPlaceOf(table, edition, { number: edition.number, ...decision });
  const standing = await editionNumbered(table, edition);
  if (standing && (await goOnExtending(table, kept, standing))) await wake(archive, 'asked', period);
}

type Lived = { handedIn: number | undefined; extended: boolean };

async function faultsOf(house: MemoryHouse, period: PeriodId, lived: Lived): Promise<string[]> {
  const { handedIn, extended } = lived;
  const editions = extended ? 2 : 1;
  return [
    ...(await faultsOfLetter(house, period, { accepted: handedIn !== undefined, editions })),
    ...(await faultsOfMails(house, period, lived)),
    ...(extended && handedIn === undefined ? ['the unit was not let in again'] : []),
    ...(extended ? (await auditedIn(house.table, house.archive, undefined)).breaches.map(told) : []),
  ];
}

const told = ({ where, what }: { where: string; what: string }) => `${where}: ${what}`;

/** One edition, with what was accepted and nothing else; issued, and nothing left to do. */
async function faultsOfLetter(
  { table, archive }: MemoryHouse,
  period: PeriodId,
  { accepted, editions }: { accepted: boolean; editions: number },
): Promise<string[]> {
  const all = await editionsOf(table, period);
  const edition = all.at(-1);
  if (!edition || all.length !== editions) return [`${all.length} editions`];
  const report: Report = JSON.parse(new TextDecoder().decode(await readFiled(archive, edition.files.report)));
  const [issued] = await issuedFigures(table, period.report, [period.month]);
  const figure = report.figures[0]?.value;
  const value = toldIn(
    figure,
    report.lists?.[0]?.rows.map(({ cells }) => cells),
  );
  const state = (await periodNamed(table, period))?.state;
  return [
    value === (accepted ? '138.8' : undefined) ? '' : `${value} is in the letter, accepted: ${accepted}`,
    issued?.figures['xuat-khau'] === figure ? '' : `${figure} is in the letter, ${issued?.figures['xuat-khau']} issued`,
    state === 'issued' ? '' : `the period is ${state}`,
    (await agenda(table)).length === 0 ? '' : 'the period is still on the agenda',
  ].filter(Boolean);
}

/** Each mail once, or of unknown fate and known to the coordinator; nobody reminded who had handed in. */
async function faultsOfMails(
  { table, outbox }: MemoryHouse,
  period: PeriodId,
  { handedIn, extended }: Lived,
): Promise<string[]> {
  const ledger = await mailsOf(table, period);
  const sent = ({ step, recipient }: Pick<MailEntry, 'step' | 'recipient'>) =>
    outbox.filter(({ tags }) => tags.step === step && tags.recipient === recipient);
  const words = await Promise.all(
    outbox.filter(({ tags }) => tags.step?.startsWith('unknown-')).map(async ({ raw }) => (await readOnce(raw)).text),
  );
  const wordIsLost = ledger.some(({ step, state }) => step.startsWith('unknown-') && state === 'unknown');
  const isKnown = ({ step, address }: MailEntry) =>
    step.startsWith('unknown-') || wordIsLost || words.some(text => text.includes(address));
  const isRight = (mail: MailEntry) => {
    const times = sent(mail).length;
    // A reminder that came to nothing as the unit handed in first: it must never go out.
    if (mail.state === 'pending') return times === 0 && mail.step.startsWith('reminder-') && handedIn !== undefined;
    if (mail.state === 'unknown') return times <= 1 && isKnown(mail);
    return (mail.state === 'sent' || mail.state === 'delivered') && times === 1;
  };
  const due = [
    `opening ${unit}`,
    `opening ${coordinator}`,
    `edition-${extended ? 2 : 1} so-khdt@tinh.example`,
    ...(extended ? [`held-1 ${coordinator}`, `extension-1 ${unit}`] : []),
    ...(handedIn === undefined ? [] : [`receipt-1 ${unit}`]),
  ];
  const entered = new Set(ledger.map(({ step, address }) => `${step} ${address}`));
  const late = outbox.filter(({ tags, at }) => tags.step?.startsWith('reminder-') && at > (handedIn ?? at));
  return [
    ...ledger
      .filter(mail => !isRight(mail))
      .map(mail => `${mail.step} is ${mail.state}, sent ${sent(mail).length} times`),
    ...due.filter(mail => !entered.has(mail)).map(mail => `${mail} is in no ledger`),
    ...late.map(({ tags }) => `${tags.step} went out after the hand-in`),
  ];
}
