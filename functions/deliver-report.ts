import { archiveNamed, readFiled } from '../shared/aws/archive.ts';
import { audit } from '../shared/aws/audit.ts';
import { departmentPublished } from '../shared/aws/departments.ts';
import { editionsOf } from '../shared/aws/editions.ts';
import { allSettled, giveUpStaleClaims, mailsOf, plan } from '../shared/aws/ledger.ts';
import { sendPending } from '../shared/aws/mailing.ts';
import { agenda, crossOffAgenda, movePeriod, periodNamed } from '../shared/aws/periods.ts';
import { postFrom } from '../shared/aws/post.ts';
import { issueFigures } from '../shared/aws/series.ts';
import { tableNamed } from '../shared/aws/table.ts';
import { config } from '../shared/config.ts';
import type { Edition } from '../shared/domain/edition.ts';
import { editionNotices } from '../shared/domain/notices.ts';
import type { Period, PeriodState } from '../shared/domain/period.ts';
import { Report } from '../shared/domain/report.ts';
import { figuresToIssue } from '../shared/domain/series.ts';
import { instantOfEvent } from './deliver-report/event.ts';
import { writer } from './deliver-report/write.ts';

/** Mails each recipient of a filed letter, once. Woken by the filing, and by every tick for what was left. */
export async function handler(event: unknown): Promise<void> {
  const now = instantOfEvent(event);
  const told = config('TABLE', 'ARCHIVE', 'BASE_URL', 'SENDER', 'CONFIGURATION_SET');
  const room = {
    table: tableNamed(told.TABLE),
    archive: archiveNamed(told.ARCHIVE),
    post: postFrom(told.SENDER, told.CONFIGURATION_SET),
    baseUrl: told.BASE_URL,
  };
  for (const name of await agenda(room.table)) {
    const period = await periodNamed(room.table, name);
    const edition = period && (await editionsOf(room.table, period)).at(-1);
    if (period && edition && filedStates.includes(period.state)) await deliver(room, period, edition, now);
  }
}

/** Issued ones too: the process may have ended before the period was crossed off the agenda. */
const filedStates: PeriodState[] = ['compiled', 'held', 'issued'];

export type Room = {
  table: ReturnType<typeof tableNamed>;
  archive: ReturnType<typeof archiveNamed>;
  post: ReturnType<typeof postFrom>;
  baseUrl: string;
};

async function deliver(room: Room, period: Period, edition: Edition, now: number): Promise<void> {
  const { table, archive, post } = room;
  const department = await departmentPublished(archive, period.definition);
  const step = `edition-${edition.number}`;
  const alert = `${edition.held ? 'held' : 'compiled'}-${edition.number}`;

  if (!edition.held) await issue(room, period, edition, now);
  if (edition.held || edition.missing.length > 0) {
    for (const notice of editionNotices(period, alert, department)) await plan(table, notice, now);
  }

  const mails = (await mailsOf(table, period)).filter(mail => mail.step === step || mail.step === alert);
  await giveUpStaleClaims(table, mails, now);
  await sendPending({ table, post, mails, write: writer(room, { period, department, edition, now }), now });

  if (edition.held || !allSettled(await mailsOf(table, period, step))) return;
  if (await movePeriod(table, period, ['compiled'], 'issued')) {
    await audit(table, period, {
      at: now,
      who: 'deliver-report',
      what: 'phát hành',
      detail: `${edition.addressees.length} địa chỉ`,
    });
  }
  await crossOffAgenda(table, period);
}

/** From here on the figures are those last issued: next month is compared with them. */
async function issue({ table, archive }: Room, period: Period, edition: Edition, now: number): Promise<void> {
  const report = Report.parse(JSON.parse(new TextDecoder().decode(await readFiled(archive, edition.files.report))));
  for (const figures of figuresToIssue(report)) await issueFigures(table, period.report, figures);
  for (const { address, lines } of edition.addressees) {
    const mail = { report: period.report, month: period.month, step: `edition-${edition.number}`, address };
    await plan(table, { ...mail, to: { kind: 'recipient', lines } }, now);
  }
}
