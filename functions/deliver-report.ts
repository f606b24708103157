import { readJson } from '../shared/aws/archive.ts';
import { audit, auditTrail, nameOf } from '../shared/aws/audit.ts';
import { enterCorrections } from '../shared/aws/correction-trail.ts';
import { correctionsOf } from '../shared/aws/corrections.ts';
import { currentDepartment, departmentPublished, type Published } from '../shared/aws/departments.ts';
import { editionsOf } from '../shared/aws/editions.ts';
import { editsOf } from '../shared/aws/edits.ts';
import { headsOf } from '../shared/aws/heads.ts';
import { allSettled, giveUpStaleClaims, mailsOf, plan, planCorrections, planWords } from '../shared/aws/ledger.ts';
import { sendPending } from '../shared/aws/mailing.ts';
import { enterActs } from '../shared/aws/passages.ts';
import { agenda, crossOffAgenda, movePeriod, periodNamed } from '../shared/aws/periods.ts';
import { enterRecall } from '../shared/aws/recalls.ts';
import { issueFigures, pastIn } from '../shared/aws/series.ts';
import { everyOne, instantOf } from '../shared/domain/calendar/tick.ts';
import type { Edition } from '../shared/domain/compilation/edition.ts';
import { figuresToIssue } from '../shared/domain/compilation/issued.ts';
import { isRecalled } from '../shared/domain/compilation/recall.ts';
import { Report } from '../shared/domain/compilation/report.ts';
import { whoGotIt } from '../shared/domain/delivery/issued-to.ts';
import { isAwaited, lostIn, type MailEntry } from '../shared/domain/delivery/mail.ts';
import {
  editNotices,
  goesAfterTheClose,
  type Notice,
  outsideNotices,
  receiptNotices,
  staffNotices,
} from '../shared/domain/delivery/notices.ts';
import { reachedNow, stillReaches } from '../shared/domain/delivery/reach.ts';
import { isBeingTold, recallNotices, recallTold } from '../shared/domain/delivery/recall-notices.ts';
import { isLetter } from '../shared/domain/delivery/sending-again.ts';
import { untoldIn } from '../shared/domain/delivery/troubles.ts';
import { isOfTurn, turnNotices } from '../shared/domain/delivery/turns.ts';
import { asIssued, mayGoOut } from '../shared/domain/issuing/issued-edition.ts';
import { contactOf } from '../shared/domain/office/contact.ts';
import { stepsOf } from '../shared/domain/office/issuing.ts';
import { reportNamed } from '../shared/domain/office/owing.ts';
import { mayBeCorrected, type Period, type PeriodState } from '../shared/domain/office/period.ts';
import { toldOfLetters } from '../shared/domain/office/staff.ts';
import { log } from '../shared/log.ts';
import { type Room, room } from './deliver-report/room.ts';
import { writer } from './deliver-report/write.ts';

/** Mails each recipient of a filed letter, once, and the receipts still owed. Woken by the filing, and by every tick for what was left. */
export async function handler(event: unknown): Promise<void> {
  const now = instantOf(event);
  const here = room();
  await everyOne(await agenda(here.table), async entry => {
    const period = await periodNamed(here.table, entry);
    const editions = period ? await editionsOf(here.table, period) : [];
    const edition = editions.at(-1);
    if (!period || !edition || !filedStates.includes(period.state)) return;
    // Who did an act may have come no further than it.
    if (period.state !== 'issued') for (const each of editions) await enterActs(here.table, each);
    // Asked only once there is work: before the first department is published there is none to be read.
    const published = await currentDepartment(here.archive);
    const asked = { period, edition: asIssued(edition), editions: editions.map(asIssued), published, now };
    if (await deliver(here, asked)) await crossOffAgenda(here.table, entry);
  });
}

/** Issued ones too: the process may have ended before the period was crossed off the agenda. */
const filedStates: PeriodState[] = ['compiled', 'held', 'drafted', 'issued'];

type Delivered = {
  period: Period;
  edition: Edition;
  /** All of the period, oldest first; `edition` is the last. */
  editions: Edition[];
  published: Published | undefined;
  now: number;
};

/** True once nothing is left to be mailed. A draft that is not through its steps goes to nobody but who takes the next. */
async function deliver(room: Room, delivered: Delivered): Promise<boolean> {
  const { period: asOpened, edition, editions, published, now } = delivered;
  const { table, archive, post } = room;
  const through = mayGoOut(edition);
  const goesOut = through && !edition.held;
  if (through && asOpened.state === 'drafted') {
    const moved = await movePeriod(table, asOpened, ['drafted'], 'compiled');
    return moved && deliver(room, { ...delivered, period: { ...asOpened, state: 'compiled' } });
  }
  const department = await departmentPublished(archive, asOpened.definition);
  const office = published?.department ?? department;
  const period = reachedNow(asOpened, office);
  const reached = { units: period.units, staff: through ? toldOfLetters(office) : office.staff };
  const step = `edition-${edition.number}`;
  const alert = `${edition.held ? 'held' : 'compiled'}-${edition.number}`;

  // Not again: since then a later month may have restated them.
  if (goesOut && period.state !== 'issued') await issueAll(room, period, { edition, editions });
  const steps = stepsOf(reportNamed(department, period.report) ?? {}) ?? [];
  const notices = through ? staffNotices(period, alert, reached.staff) : turnNotices({ edition, steps, office, now });
  const letters = goesOut ? lettersOf(period, edition, step) : [];
  const [heads, edits] = await Promise.all([headsOf(table, period), editsOf(table, period)]);
  const outside = outsideNotices(period, edition, { heads, department: office });
  // Once it is issued nothing new is owed, though units and coordinators may be reached elsewhere by then.
  const owed =
    period.state === 'issued'
      ? []
      : [...letters, ...notices, ...receiptNotices(period, heads), ...editNotices(period, edits, heads)];
  const planned = await plan(table, period, [...owed, ...outside], now);
  await giveUpStaleClaims(table, planned, now);
  const recalled = await planRecalls(table, delivered, planned);
  const corrections = mayBeCorrected(period) ? await correctionsOf(table, period) : [];
  await enterCorrections(table, asOpened, corrections);
  const asked = await planCorrections(table, period, { ledger: recalled, corrections, office, now });
  const ledger = await planWords(table, period, { ledger: asked, office, now });
  const wanted = (mail: MailEntry) => (through ? mail.step === step || mail.step === alert : isOfTurn(mail, edition));
  // A letter that is sent again is this edition's: until that goes out, it waits, too.
  const mayGo = (mail: MailEntry) => !isLetter(mail) || (goesOut && !isRecalled(edition));
  const goesNow = (mail: MailEntry) =>
    (wanted(mail) || goesAfterTheClose(mail, heads) || recallTold(editions, mail)) &&
    mayGo(mail) &&
    stillReaches(mail, reached);
  const mails = ledger.filter(goesNow);
  const past = await pastIn(table, department, period);
  const write = writer(room, {
    period,
    department,
    office,
    contact: contactOf(office),
    past,
    edition,
    editions,
    corrections,
    heads,
    edits,
    ledger,
    now,
  });
  const mailed = await sendPending({ table, post, mails, write, now });
  const left = await mailsOf(table, period);
  log.info('delivered', { unknown: lostIn(left, now), ...mailed });

  const sent = left.filter(mail => mail.step === step);
  if (!goesOut || !allSettled(sent)) return false;
  if (period.state === 'compiled') {
    const trail = (await auditTrail(table, period)).slice(-mostHeld).map(nameOf);
    const told = { detail: whoGotIt(sent), holds: trail };
    await audit(table, period, { at: now, who: 'deliver-report', what: 'phát hành', ...told });
    await movePeriod(table, period, ['compiled'], 'issued');
  }
  // A letter that is to be replaced waits for the next tick of who compiles.
  const telling = edition.reissue !== undefined || editions.some(each => isBeingTold(each, now));
  const awaits = telling || left.some(mail => isAwaited(mail, now)) || untoldIn(left, now).length > 0;
  const unfenced = (edition.unclosed ?? []).some(({ id, why }) => why === 'unfenced' && !heads.get(id)?.fencedAt);
  return !unfenced && !awaits && allSettled(left.filter(mail => mail.state === 'claimed' || goesNow(mail)));
}

/** The ledger, with word to whom a letter reached that was recalled since, or stands again; in the trail first, as whoever decided may have come no further. */
async function planRecalls(
  table: Room['table'],
  { period, editions, now }: Delivered,
  ledger: MailEntry[],
): Promise<MailEntry[]> {
  const decided = editions.filter(({ recall }) => recall);
  for (const edition of decided) await enterRecall(table, edition);
  const notices = decided.flatMap(edition => recallNotices(edition, ledger));
  return notices.length > 0 ? plan(table, period, notices, now) : ledger;
}

/** So many entries of the trail the one of the issue holds, the newest: an item of the table takes 400 KB. */
const mostHeld = 1_000;

/** From here on the figures are those last issued: next month is compared with them. */
async function issueAll({ table, archive }: Room, period: Period, issued: Pick<Delivered, 'edition' | 'editions'>) {
  const reportOf = async ({ files }: Edition) => Report.parse(await readJson(archive, files.report));
  const { edition, editions } = issued;
  const replaced = editions.find(({ number }) => number === edition.replaces?.number);
  const [report, before] = await Promise.all([reportOf(edition), replaced && reportOf(replaced)]);
  for (const figures of figuresToIssue(report, before)) await issueFigures(table, period.report, figures);
}

function lettersOf({ report, month }: Period, { addressees }: Edition, step: string): Notice[] {
  return addressees.map(({ address, lines }) => ({ report, month, step, address, to: { kind: 'recipient', lines } }));
}
