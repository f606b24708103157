import { join } from 'node:path';
import { archiveNamed } from '../../shared/aws/archive.ts';
import { currentDepartment } from '../../shared/aws/departments.ts';
import { dateAt, inWords } from '../../shared/domain/calendar/day.ts';
import { timetable } from '../../shared/domain/office/timetable.ts';
import { type FolderFault, faultLine } from '../department/fault.ts';
import { readDepartment } from '../department/folder.ts';
import { publishFolder } from '../department/publish.ts';
import { tick } from '../manifest.ts';
import { isOnTheClock, runningClock } from './clock.ts';
import { folderTyped, instantTyped, portTyped, refuse, tellHindrancesIn, typedOptions } from './command-line.ts';
import { clearWhatWasLeft, readyToKeep } from './data-folder.ts';
import { deskOf } from './desk/desk.ts';
import { deskPath } from './desk/page.ts';
import { bucketName, type Host, startHost } from './host.ts';
import { opened } from './mailbox.ts';
import { firstSample } from './month/samples.ts';

/**
 * `npm start`: the house on this machine, kept in .data/, with the machine's clock or from `--now`. It ticks as the
 * schedule does, prints the link of every mail as it goes out, and shows its desk.
 */

const typed = typedOptions({ department: 'THƯ-MỤC', data: 'THƯ-MỤC', now: '2021-11-01T08:00', port: '8021' });
const department = typed.department ?? firstSample;
const now = typed.now === undefined ? undefined : startingInstant(typed.now);
const port = portTyped(typed.port ?? '8021');
const directory = folderTyped('data', typed.data ?? '.data');
const outbox = join(directory, 'outbox');
tellHindrancesIn(directory);
readyToKeep(directory);
const host: Host = await startHost({
  directory,
  clock: runningClock(now),
  lasting: true,
  own: deskOf(() => host, outbox),
  port,
}).catch(refuseTakenPort);
clearWhatWasLeft(directory);
await publishWhatIsIn(department);
process.once('SIGINT', leave);
process.once('SIGTERM', leave);
// Under way before the line that says how to stop: who stops the house at once still leaves no period half opened.
const firstBeat = beat();
console.log(
  `Tổng hợp chạy, đồng hồ chỉ ${inWords(host.clock.now())}. Mở ${host.address}${deskPath} để xem thư, đường dẫn, lưu trữ và chuyển đồng hồ. Ctrl+C để dừng.`,
);
await firstBeat;
setInterval(beat, tick.everyMinutes * 60_000);

function startingInstant(now: string): number {
  const instant = instantTyped(now);
  if (isOnTheClock(instant)) return instant;
  return refuse(`--now "${now}" xa quá; đồng hồ chỉ từ năm 2000 đến năm 2099`);
}

function refuseTakenPort(error: NodeJS.ErrnoException): never {
  if (error.code === 'EADDRINUSE')
    refuse(`cổng ${port} đang có chương trình khác dùng; chọn cổng khác, ví dụ --port 8022`);
  if (error.code === 'EACCES')
    refuse(`cổng ${port} không được phép dùng; chọn cổng từ 1024 trở lên, ví dụ --port 8022`);
  throw error;
}

async function publishWhatIsIn(folder: string): Promise<void> {
  const read = readDepartment(folder);
  if ('faults' in read) return refuseFaults(read.faults);
  const published = await publishFolder(archiveNamed(bucketName), read.department, host.clock.now());
  if ('faults' in published) await refuseFaults(published.faults);
}

async function refuseFaults(faults: FolderFault[]): Promise<never> {
  for (const fault of faults) console.error(faultLine(fault));
  await host.close();
  process.exit(2);
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
  const department = (await currentDepartment(archiveNamed(bucketName)))?.department;
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
