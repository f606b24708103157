import { readFiled } from '../shared/aws/archive.ts';
import { audit, auditTrail, nameOf } from '../shared/aws/audit.ts';
import { currentDepartment, departmentPublished, type Published } from '../shared/aws/departments.ts';
import { editionsOf } from '../shared/aws/editions.ts';
import { editsOf } from '../shared/aws/edits.ts';
import { headsOf } from '../shared/aws/heads.ts';
import { allSettled, giveUpStaleClaims, mailsOf, plan, planWords } from '../shared/aws/ledger.ts';
import { sendPending } from '../shared/aws/mailing.ts';
import { agenda, crossOffAgenda, movePeriod, periodNamed } from '../shared/aws/periods.ts';
import { issueFigures, pastIn } from '../shared/aws/series.ts';
import { everyOne, instantOf } from '../shared/domain/calendar/tick.ts';
import type { Edition } from '../shared/domain/compilation/edition.ts';
import { figuresToIssue } from '../shared/domain/compilation/issued.ts';
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
import { untoldIn } from '../shared/domain/delivery/troubles.ts';
import { contactOf } from '../shared/domain/office/contact.ts';
import type { Period, PeriodState } from '../shared/domain/office/period.ts';
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
    const edition = period && (await editionsOf(here.table, period)).at(-1);
    if (!period || !edition || !filedStates.includes(period.state)) return;
    // Asked only once there is work: before the first department is published there is none to be read.
    const published = await currentDepartment(here.archive);
    if (await deliver(here, { period, edition, published, now })) await crossOffAgenda(here.table, entry);
  });
}

/** Issued ones too: the process may have ended before the period was crossed off the agenda. */
const filedStates: PeriodState[] = ['compiled', 'held', 'issued'];

type Delivered = { period: Period; edition: Edition; published: Published | undefined; now: number };

/** True once nothing is left to be mailed. */
async function deliver(room: Room, { period: asOpened, edition, published, now }: Delivered): Promise<boolean> {
  const { table, archive, post } = room;
  const department = await departmentPublished(archive, asOpened.definition);
  const office = published?.department ?? department;
  const period = reachedNow(asOpened, office);
  const reached = { units: period.units, staff: toldOfLetters(office) };
  const step = `edition-${edition.number}`;
  const alert = `${edition.held ? 'held' : 'compiled'}-${edition.number}`;

  // Not again: since then a later month may have restated them.
  if (!edition.held && period.state !== 'issued') await issueAll(room, period, edition);
  const notices = staffNotices(period, alert, reached.staff);
  const letters = edition.held ? [] : lettersOf(period, edition, step);
  const [heads, edits] = await Promise.all([headsOf(table, period), editsOf(table, period)]);
  const outside = outsideNotices(period, edition, { heads, department: office });
  // Once it is issued nothing new is owed, though units and coordinators may be reached elsewhere by then.
  const owed =
    period.state === 'issued'
      ? []
      : [...letters, ...notices, ...receiptNotices(period, heads), ...editNotices(period, edits, heads)];
  const planned = await plan(table, period, [...owed, ...outside], now);
  await giveUpStaleClaims(table, planned, now);
  const ledger = await planWords(table, period, { ledger: planned, office, now });
  const goesNow = (mail: MailEntry) =>
    (mail.step === step || mail.step === alert || goesAfterTheClose(mail, heads)) && stillReaches(mail, reached);
  const mails = ledger.filter(goesNow);
  const past = await pastIn(table, department, period);
  const write = writer(room, {
    period,
    department,
    contact: contactOf(office),
    past,
    edition,
    heads,
    edits,
    ledger,
    now,
  });
  const mailed = await sendPending({ table, post, mails, write, now });
  const left = await mailsOf(table, period);
  log.info('delivered', { unknown: lostIn(left, now), ...mailed });

  const sent = left.filter(mail => mail.step === step);
  if (edition.held || !allSettled(sent)) return false;
  if (period.state === 'compiled') {
    const trail = (await auditTrail(table, period)).slice(-mostHeld).map(nameOf);
    const told = { detail: whoGotIt(sent), holds: trail };
    await audit(table, period, { at: now, who: 'deliver-report', what: 'phát hành', ...told });
    await movePeriod(table, period, ['compiled'], 'issued');
  }
  const awaits = left.some(mail => isAwaited(mail, now)) || untoldIn(left, now).length > 0;
  const unfenced = (edition.unclosed ?? []).some(({ id, why }) => why === 'unfenced' && !heads.get(id)?.fencedAt);
  return !unfenced && !awaits && allSettled(left.filter(mail => mail.state === 'claimed' || goesNow(mail)));
}

/** So many entries of the trail the one of the issue holds, the newest: an item of the table takes 400 KB. */
const mostHeld = 1_000;

/** From here on the figures are those last issued: next month is compared with them. */
async function issueAll({ table, archive }: Room, period: Period, edition: Edition): Promise<void> {
  const report = Report.parse(JSON.parse(new TextDecoder().decode(await readFiled(archive, edition.files.report))));
  for (const figures of figuresToIssue(report)) await issueFigures(table, period.report, figures);
}

function lettersOf({ report, month }: Period, { addressees }: Edition, step: string): Notice[] {
  return addressees.map(({ address, lines }) => ({ report, month, step, address, to: { kind: 'recipient', lines } }));
}
