import { archiveNamed } from '../shared/aws/archive.ts';
import { audit, digestOf } from '../shared/aws/audit.ts';
import { currentDepartment, departmentPublished, type Published } from '../shared/aws/departments.ts';
import { editsOf, enterEdits } from '../shared/aws/edits.ts';
import { createHead, headsOf } from '../shared/aws/heads.ts';
import { giveUpStaleClaims, plan, planWords } from '../shared/aws/ledger.ts';
import { sendPending } from '../shared/aws/mailing.ts';
import { enterMendRequest, mendRequestsOf } from '../shared/aws/mend-requests.ts';
import { agenda, type PeriodName, periodNamed, putOnAgenda, recordPeriod } from '../shared/aws/periods.ts';
import { postFrom } from '../shared/aws/post.ts';
import { pastIn } from '../shared/aws/series.ts';
import { tableNamed } from '../shared/aws/table.ts';
import { config } from '../shared/config.ts';
import { everyOne, instantOf } from '../shared/domain/calendar/tick.ts';
import type { Edit } from '../shared/domain/collection/edit.ts';
import type { MendRequest } from '../shared/domain/collection/mend-request.ts';
import { lostIn, type MailEntry } from '../shared/domain/delivery/mail.ts';
import {
  editNotices,
  extensionNotices,
  isDue,
  mendNotices,
  mendRequestTold,
  openingNotices,
  owes,
  receiptNotices,
  reminderDue,
  reminderNotices,
} from '../shared/domain/delivery/notices.ts';
import { owingNotices } from '../shared/domain/delivery/owing.ts';
import { reachedNow, stillReaches } from '../shared/domain/delivery/reach.ts';
import { contactOf } from '../shared/domain/office/contact.ts';
import { timesExtended } from '../shared/domain/office/extension.ts';
import { among } from '../shared/domain/office/issuing.ts';
import { reportNamed } from '../shared/domain/office/owing.ts';
import { fixedOf, stillOpen } from '../shared/domain/office/period.ts';
import { coordinatorsOf } from '../shared/domain/office/staff.ts';
import { escalations, opened, termsToOpen } from '../shared/domain/office/timetable.ts';
import { log } from '../shared/log.ts';
import { mailSignIns } from './open-periods/sign-in.ts';
import { writer } from './open-periods/write.ts';

/** Opens what is due; mails links and receipts; reminds those who still owe. After the close delivery mails what is left. */
export async function handler(event: unknown): Promise<void> {
  const now = instantOf(event);
  const room = roomFrom(config('TABLE', 'ARCHIVE', 'BASE_URL', 'SENDER', 'CONFIGURATION_SET'));
  const published = await currentDepartment(room.archive);
  if (published) await mailSignIns(room, published.department, now);
  if (published) await openWhatIsDue(room, published, now);
  await everyOne(await agenda(room.table), name => mailWhatIsDue(room, name, { published, now }));
}

type Room = ReturnType<typeof roomFrom>;

function roomFrom(told: ReturnType<typeof config<'TABLE' | 'ARCHIVE' | 'BASE_URL' | 'SENDER' | 'CONFIGURATION_SET'>>) {
  return {
    table: tableNamed(told.TABLE),
    archive: archiveNamed(told.ARCHIVE),
    post: postFrom(told.SENDER, told.CONFIGURATION_SET),
    baseUrl: told.BASE_URL,
  };
}

/** The agenda first, so that a half-made period is found again; the heads next; the period last, since it commits. */
async function openWhatIsDue({ table }: Room, { hash, department }: Published, now: number): Promise<void> {
  for (const definition of department.reports) {
    for (const month of termsToOpen(department, definition, now)) {
      if (await periodNamed(table, { report: definition.id, month })) continue;
      const period = opened(department, hash, definition, month);
      await putOnAgenda(table, period);
      for (const { id } of period.units) await createHead(table, { ...period, unit: id });
      const told = { detail: `${period.units.length} đơn vị`, holds: [digestOf(fixedOf(period))] };
      // Before the period, so that none is open of which the trail says nothing.
      await audit(table, period, { at: now, who: 'open-periods', what: 'mở kỳ', ...told });
      await recordPeriod(table, period);
    }
  }
}

type Tick = { published: Published | undefined; now: number };

/** What is asked, and in which words, is of the department pinned; whom it reaches, of the office as it is now. */
async function mailWhatIsDue(
  { table, archive, post, baseUrl }: Room,
  name: PeriodName,
  { published, now }: Tick,
): Promise<void> {
  const asKept = await periodNamed(table, name);
  const asOpened = asKept && stillOpen(asKept, now);
  if (!asOpened) return;
  const department = await departmentPublished(archive, asOpened.definition);
  const office = published?.department ?? department;
  const period = reachedNow(asOpened, office);
  const heads = await headsOf(table, period);
  const owing = new Set([...heads.values()].filter(owes).map(({ unit }) => unit));

  const definition = reportNamed(department, period.report);
  const due =
    period.extension || !definition ? [] : escalations(department, definition, period).filter(({ at }) => at <= now);
  const [requests, edits] = await Promise.all([mendRequestsOf(table, period), editsOf(table, period)]);
  const notices = [
    ...(period.extension ? extensionNotices(period) : openingNotices(period, owing, office)),
    ...reminderNotices(period, owing, now),
    ...owingNotices(period, { owing, due, office }),
    ...receiptNotices(period, heads),
    ...mendNotices(period, requests, heads),
    ...editNotices(period, edits, heads),
  ];
  const planned = await plan(table, period, notices, now);
  await enterUntold(table, period, { requests, edits, ledger: planned });
  await giveUpStaleClaims(table, planned, now);
  const ledger = await planWords(table, period, { ledger: planned, office, now });
  const above = due.flatMap(({ to }) => (to === 'heads' ? [] : among(to, office.staff)));
  const reached = { units: period.units, staff: [...coordinatorsOf(office), ...above] };
  const inForce = { reminder: reminderDue(period, now), extended: timesExtended(period), told: due.length };
  const mails = ledger.filter(mail => isDue(mail, heads, inForce) && stillReaches(mail, reached));
  const past = await pastIn(table, department, period);
  const contact = contactOf(office);
  const told = { heads, requests, edits, ledger, contact };
  const write = writer({ table, period, department, past, ...told, sender: post.sender, baseUrl, now });
  const mailed = await sendPending({ table, post, mails, write, now });
  log.info('mailed', { unknown: lostIn(ledger, now), ...mailed });
}

/** Before its mail goes, whoever asked, or edited, and was cut off: a unit is told of nothing of which the trail says nothing. */
async function enterUntold(
  table: Room['table'],
  period: PeriodName,
  { requests, edits, ledger }: { requests: MendRequest[]; edits: Edit[]; ledger: MailEntry[] },
): Promise<void> {
  const waiting = ledger.filter(({ state }) => state === 'pending');
  const asked = new Set(waiting.map(mail => mendRequestTold(requests, mail)));
  for (const request of asked) if (request) await enterMendRequest(table, request);
  const told = edits.filter(({ unit }) =>
    waiting.some(({ step, to }) => step.startsWith('edited-') && to.kind === 'unit' && to.unit === unit),
  );
  await enterEdits(table, period, told);
}
