import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { archiveNamed, readFiled } from '../../shared/aws/archive.ts';
import { publish } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { mailsOf } from '../../shared/aws/ledger.ts';
import { tableNamed } from '../../shared/aws/table.ts';
import type { Answers } from '../../shared/domain/answers.ts';
import { inWords } from '../../shared/domain/calendar.ts';
import { type Department, reportNamed, unitsOwing } from '../../shared/domain/department.ts';
import type { Edition } from '../../shared/domain/edition.ts';
import { Month, monthAndYear } from '../../shared/domain/month.ts';
import { timetable } from '../../shared/domain/period.ts';
import { readAnswers } from '../department/answers.ts';
import { type FolderFault, readDepartment } from '../department/folder.ts';
import { standingClock } from './clock.ts';
import { handInByLink } from './hand-in.ts';
import { type Host, startHost } from './host.ts';
import { opened } from './mailbox.ts';

/**
 * `npm run month`: one whole month of a department on this machine, from the opening to the mailed letter, through the
 * same doors people use. Writes the letter, its figures and every mail into a folder.
 */

const sample = join(import.meta.dirname, '..', '..', 'templates');

type Answered = ReadonlyMap<string, ReadonlyMap<string, Answers>>;
type Asked = { department: Department; answers: Answered; month: Month; out: string };

async function main(): Promise<void> {
  const begun = performance.now();
  const asked = readCommandLine();
  const directory = mkdtempSync(join(tmpdir(), 'tong-hop-'));
  const first = Math.min(...reportsOf(asked).map(({ times }) => times.opensAt));
  const host = await startHost({ directory, clock: standingClock(first - 60_000) });
  step(`Dựng máy chủ cục bộ tại ${host.address}`);
  try {
    const hash = await publish(archive(), asked.department);
    step(`Ban hành thư mục của ${asked.department.name} (${hash.slice(0, 12)})`);
    await runMonth(host, asked);
    const editions = await writeOut(host, asked);
    await conclude(host, asked, editions, (performance.now() - begun) / 1_000);
  } finally {
    await host.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Moves the clock from one thing that happens to the next; units hand in at the opening, or at the first reminder. */
async function runMonth(host: Host, asked: Asked): Promise<void> {
  const handedIn = new Set<string>();
  const reports = reportsOf(asked);
  const instants = reports.flatMap(({ times }) => [times.opensAt, ...times.reminders, times.deadline]);
  for (const instant of [...new Set(instants)].sort((a, b) => a - b)) {
    host.clock.moveTo(instant);
    const before = host.outbox.length;
    await host.tick();
    step(`${inWords(instant)}: ${eventsAt(reports, instant)}; gửi ${host.outbox.length - before} thư`);
    for (const { id, times } of reports.filter(({ times }) => times.opensAt <= instant && instant < times.deadline)) {
      const reminded = times.reminders.length === 0 || instant >= (times.reminders[0] ?? 0);
      await handInAll(host, asked, { report: id, reminded, handedIn });
    }
  }
}

type Round = { report: string; reminded: boolean; handedIn: Set<string> };

/** Every other unit waits for the first reminder, as units do. */
async function handInAll(
  host: Host,
  { department, answers, month }: Asked,
  { report, reminded, handedIn }: Round,
): Promise<void> {
  const definition = reportNamed(department, report);
  const units = definition ? unitsOwing(department, definition, month) : [];
  for (const [at, unit] of units.entries()) {
    const typed = answers.get(unit.id)?.get(report);
    const name = `${report} ${unit.id}`;
    if (!typed || handedIn.has(name) || (at % 2 === 1 && !reminded)) continue;
    const page = await handInByLink(host.address, await linkOf(host, report, unit.mail[0] ?? ''), typed);
    if (!page.address.includes('/receipt/')) throw new Error(`${unit.name}: ${faultsOn(page.text)}`);
    handedIn.add(name);
    step(`  ${unit.name} nộp qua đường dẫn trong thư, nhận biên nhận`);
  }
}

async function linkOf(host: Host, report: string, address: string): Promise<string> {
  const sent = host.outbox.findLast(
    ({ destinations, tags }) => destinations.includes(address) && tags.report === report,
  );
  const link = sent && (await opened(sent)).link;
  if (!link) throw new Error(`không có thư nào gửi tới ${address}`);
  return link;
}

function faultsOn(page: string): string {
  const faults = [...page.matchAll(/<li><a href="#[^"]*">(.*?)<\/a><\/li>/g)].map(([, fault]) => fault);
  return faults.join(' ') || 'không nộp được';
}

/** The first report's files lie in the folder itself, those of each other report in a folder of its own. */
async function writeOut(host: Host, { department, month, out }: Asked): Promise<Edition[]> {
  const outbox = join(out, 'outbox');
  mkdirSync(outbox, { recursive: true });
  for (const old of readdirSync(outbox).filter(name => name.endsWith('.eml'))) rmSync(join(outbox, old));
  for (const { file, raw } of host.outbox) writeFileSync(join(outbox, file.split(/[\\/]/).at(-1) ?? 'mail.eml'), raw);

  const editions: Edition[] = [];
  for (const [at, { id }] of department.reports.entries()) {
    const edition = (await editionsOf(table(), { report: id, month })).at(-1);
    if (!edition) continue;
    const folder = at === 0 ? out : join(out, id);
    mkdirSync(folder, { recursive: true });
    const { docx, pdf, html, report } = edition.files;
    for (const [name, filed] of Object.entries({
      'letter.docx': docx,
      'letter.pdf': pdf,
      'letter.html': html,
      'report.json': report,
    })) {
      writeFileSync(join(folder, name), await readFiled(archive(), filed));
    }
    editions.push(edition);
  }
  return editions;
}

async function conclude(
  host: Host,
  { department, month, out }: Asked,
  editions: Edition[],
  seconds: number,
): Promise<void> {
  for (const edition of editions) {
    const definition = reportNamed(department, edition.report);
    const owing = definition ? unitsOwing(department, definition, month).length : 0;
    const letters = (await mailsOf(table(), edition, `edition-${edition.number}`)).filter(
      ({ state }) => state === 'delivered',
    );
    const rows = {
      'Đơn vị đã nộp': `${owing - edition.missing.length}/${owing}`,
      'Còn thiếu': edition.missing.map(({ name }) => name).join(', ') || 'không',
      'Nơi nhận qua thư': `${letters.length}/${edition.addressees.length} địa chỉ${edition.held ? ' (giữ lại, chờ cho gửi)' : ''}`,
      'Số trang': String(edition.pages),
      'letter.docx': edition.files.docx.sha256,
      'letter.pdf': edition.files.pdf.sha256,
      'report.json': edition.files.report.sha256,
    };
    console.log(`\n${styleText('bold', `${definition?.name ?? edition.report}, tháng ${monthAndYear(month)}`)}`);
    for (const [name, value] of Object.entries(rows)) console.log(`  ${name.padEnd(18)}${value}`);
  }
  console.log(`\n${host.outbox.length} thư, ${seconds.toFixed(1)} giây. Kết quả ở ${out}`);
}

type Scheduled = { id: string; name: string; times: ReturnType<typeof timetable> };

function reportsOf({ department, month }: Pick<Asked, 'department' | 'month'>): Scheduled[] {
  return department.reports
    .filter(({ first, last }) => first <= month && month <= (last ?? month))
    .map(report => ({ id: report.id, name: report.name, times: timetable(department, report, month) }));
}

function eventsAt(reports: Scheduled[], instant: number): string {
  return reports
    .flatMap(({ name, times }) => {
      if (times.opensAt === instant) return [`mở kỳ "${name}"`];
      if (times.deadline === instant) return [`đến hạn, chốt và lập công văn "${name}"`];
      return times.reminders.includes(instant) ? [`nhắc đơn vị chưa nộp "${name}"`] : [];
    })
    .join('; ');
}

function readCommandLine(): Asked {
  const { values } = parseArgs({
    options: {
      department: { type: 'string', default: join(sample, 'departments', 'so-cong-thuong') },
      answers: { type: 'string' },
      period: { type: 'string', default: '2021-10' },
      out: { type: 'string' },
    },
  });
  const month = Month.safeParse(values.period);
  if (!month.success)
    refuse([
      {
        file: '--period',
        line: 1,
        message: `"${values.period}" không phải là kỳ báo cáo`,
        hint: 'viết năm-tháng, ví dụ 2021-10',
      },
    ]);
  const read = readDepartment(values.department);
  if ('faults' in read) refuse(read.faults);
  const answers = readAnswers(values.answers ?? join(sample, 'answers', 'so-cong-thuong', month.data), read.department);
  if ('faults' in answers) refuse(answers.faults);
  const asked = {
    department: read.department,
    answers: answers.answers,
    month: month.data,
    out: values.out ?? join('out', month.data),
  };
  if (reportsOf(asked).length === 0) {
    refuse([
      {
        file: 'report.yaml',
        line: 1,
        message: `không có báo cáo nào trong kỳ ${month.data}`,
        hint: 'xem "first" và "last" của mỗi báo cáo',
      },
    ]);
  }
  return asked;
}

/** Says every fault, where it is and what would be right, and stops: bad files are the user's to mend. */
function refuse(faults: FolderFault[]): never {
  for (const { file, line, message, hint } of faults) console.error(`${file}:${line}  ${message} → ${hint}`);
  process.exit(2);
}

function step(text: string): void {
  console.log(`${styleText('green', '✓')} ${text}`);
}

function table() {
  return tableNamed('tong-hop');
}

function archive() {
  return archiveNamed('tong-hop');
}

await main();
