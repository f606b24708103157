import { inWords } from '../../../shared/domain/calendar/day.ts';
import { reportNamed, unitsOwing } from '../../../shared/domain/office/owing.ts';
import { handInByLink } from '../hand-in.ts';
import type { Host } from '../host.ts';
import { opened } from '../mailbox.ts';
import type { Asked } from './asked.ts';
import { passDrafts } from './passing.ts';
import { type Scheduled, scheduled } from './scheduled.ts';
import { step } from './told.ts';

/** Moves the clock from one thing that happens to the next; units hand in at the opening, or at the first reminder. */
export async function runMonth(host: Host, asked: Asked): Promise<void> {
  const reports = scheduled(asked);
  const handedIn = new Set<string>();
  const instants = reports.flatMap(({ times }) => [times.opensAt, ...times.reminders, times.deadline]);
  for (const instant of [...new Set(instants)].sort((a, b) => a - b)) {
    host.clock.moveTo(instant);
    const before = host.outbox.length;
    await host.tick();
    step(`${inWords(instant)}: ${happeningAt(reports, instant)}; gửi ${host.outbox.length - before} thư`);
    for (const { id, times } of reports.filter(({ times }) => times.opensAt <= instant && instant < times.deadline)) {
      const reminded = instant >= (times.reminders[0] ?? 0);
      await handInWhoIsReady(host, asked, { report: id, reminded, handedIn });
    }
  }
  await passDrafts(host, asked);
}

type Round = { report: string; reminded: boolean; handedIn: Set<string> };

/** Every other unit waits for the first reminder, as units do. @throws when a unit's answers are not taken */
async function handInWhoIsReady(host: Host, { department, answers, month }: Asked, round: Round): Promise<void> {
  const { report, reminded, handedIn } = round;
  const definition = reportNamed(department, report);
  const units = definition ? unitsOwing(department, definition, month) : [];
  for (const [at, unit] of units.entries()) {
    const typed = answers.get(unit.id)?.get(report);
    const name = `${report} ${unit.id}`;
    if (!typed || handedIn.has(name) || (at % 2 === 1 && !reminded)) continue;
    const page = await handInByLink(host.address, await lastLinkTo(host, report, unit.mail[0] ?? ''), typed);
    if (!page.address.includes('/receipt/')) throw new Error(`${unit.name}: ${faultsOn(page.text)}`);
    handedIn.add(name);
    step(`  ${unit.name} mở đường dẫn trong thư, nộp, nhận biên nhận`);
  }
}

async function lastLinkTo(host: Host, report: string, address: string): Promise<string> {
  const sent = host.outbox.findLast(
    ({ destinations, tags }) => destinations.includes(address) && tags.report === report,
  );
  const link = sent && (await opened(sent)).link;
  if (!link) throw new Error(`không có thư nào gửi tới ${address}`);
  return link;
}

function faultsOn(page: string): string {
  const faults = [...page.matchAll(/<li><a href="#[^"<]*">([^<]*)<\/a><\/li>/g)].map(([, fault]) => fault);
  return faults.join(' ') || 'không nộp được';
}

function happeningAt(reports: Scheduled[], instant: number): string {
  return reports
    .flatMap(({ name, document, times }) => {
      if (times.opensAt === instant) return [`mở kỳ "${name}"`];
      if (times.deadline === instant) return [`đến hạn, chốt và lập ${document} "${name}"`];
      return times.reminders.includes(instant) ? [`nhắc đơn vị chưa nộp "${name}"`] : [];
    })
    .join('; ');
}
