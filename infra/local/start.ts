import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { archiveNamed } from '../../shared/aws/archive.ts';
import { currentDepartment, publish } from '../../shared/aws/departments.ts';
import { dateAt, instantAt, inWords } from '../../shared/domain/calendar/day.ts';
import { timetable } from '../../shared/domain/office/timetable.ts';
import { faultLine } from '../department/fault.ts';
import { readDepartment } from '../department/folder.ts';
import { tick } from '../manifest.ts';
import { runningClock } from './clock.ts';
import { deskOf } from './desk/desk.ts';
import { deskPath } from './desk/page.ts';
import { type Host, startHost } from './host.ts';
import { opened } from './mailbox.ts';

/**
 * `npm start`: the house on this machine, kept in .data/, with the machine's clock or from `--now`. It ticks as the
 * schedule does, prints the link of every mail as it goes out, and shows its desk.
 */

const { values } = parseArgs({
  options: {
    department: {
      type: 'string',
      default: join(import.meta.dirname, '..', '..', 'templates', 'departments', 'so-cong-thuong'),
    },
    data: { type: 'string', default: '.data' },
    now: { type: 'string' },
    port: { type: 'string', default: '8021' },
  },
});

const now = startingInstant(values.now);
mkdirSync(values.data, { recursive: true });
const outbox = join(values.data, 'outbox');
const host: Host = await startHost({
  directory: values.data,
  clock: runningClock(now),
  lasting: true,
  own: deskOf(() => host, outbox),
  port: Number(values.port),
});
await publishFolder(values.department);
console.log(
  `Tổng hợp chạy, đồng hồ chỉ ${inWords(host.clock.now())}. Mở ${host.address}${deskPath} để xem thư, đường dẫn, lưu trữ và chuyển đồng hồ. Ctrl+C để dừng.`,
);
await beat();
setInterval(beat, tick.everyMinutes * 60_000);
process.once('SIGINT', leave);
process.once('SIGTERM', leave);

/** "2021-11-01" or "2021-11-01T08:00", in Vietnamese time; without it, the machine's clock. */
function startingInstant(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const [date = '', time = '08:00'] = typed.split('T');
  const instant = instantAt(date, time);
  if (!Number.isNaN(instant)) return instant;
  console.error(`--now "${typed}" không đọc được; viết như 2021-11-01 hoặc 2021-11-01T08:00.`);
  process.exit(2);
}

async function publishFolder(folder: string): Promise<void> {
  const read = readDepartment(folder);
  if ('faults' in read) {
    for (const fault of read.faults) console.error(faultLine(fault));
    await host.close();
    process.exit(2);
  }
  await publish(archiveNamed('tong-hop'), read.department);
}

async function beat(): Promise<void> {
  const before = host.outbox.length;
  await host.tick();
  for (const sent of host.outbox.slice(before)) {
    const { to, subject, link } = await opened(sent);
    console.log(`${to}  ${subject}${link ? `\n    ${link}` : ''}`);
  }
  if (before === 0 && host.outbox.length === 0) await sayWhatIsNext(host);
}

/** When nothing is open, says when something will be, and how to be there at once. */
async function sayWhatIsNext({ clock }: Host): Promise<void> {
  const department = (await currentDepartment(archiveNamed('tong-hop')))?.department;
  for (const report of department?.reports ?? []) {
    const { opensAt, deadline } = timetable(department ?? { daysOff: [], daysWorked: [] }, report, report.first);
    if (clock.now() < deadline && opensAt <= clock.now()) continue;
    console.log(`"${report.name}" kỳ ${report.first}: mở ${inWords(opensAt)}, chốt ${inWords(deadline)}.`);
    console.log(`    Muốn thử ngay kỳ này: npm start -- --data .data-thu --now ${dateAt(opensAt)}T08:00`);
  }
}

async function leave(): Promise<void> {
  await host.close();
  process.exit(0);
}
