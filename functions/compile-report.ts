import { archiveNamed, wake } from '../shared/aws/archive.ts';
import { audit } from '../shared/aws/audit.ts';
import { departmentPublished } from '../shared/aws/departments.ts';
import { recordEdition } from '../shared/aws/editions.ts';
import type { Fenced } from '../shared/aws/heads.ts';
import { agenda, movePeriod, periodNamed } from '../shared/aws/periods.ts';
import { issuedFigures } from '../shared/aws/series.ts';
import { fence } from '../shared/aws/submissions.ts';
import { tableNamed } from '../shared/aws/table.ts';
import { inBatches } from '../shared/batches.ts';
import { config } from '../shared/config.ts';
import { everyOne, instantOf } from '../shared/domain/calendar/tick.ts';
import { compile } from '../shared/domain/compilation/report.ts';
import { knownFrom } from '../shared/domain/figures/known.ts';
import { monthsComparedWith } from '../shared/domain/figures/series.ts';
import { reportNamed } from '../shared/domain/office/owing.ts';
import { isLate, type Period } from '../shared/domain/office/period.ts';
import { log } from '../shared/log.ts';
import { fileEdition } from './compile-report/file-edition.ts';
import { fileSeal } from './compile-report/file-seal.ts';

/** Closes what is due, compiles it, and files the letter. Whatever an earlier tick left half done is done again. */
export async function handler(event: unknown): Promise<void> {
  const now = instantOf(event);
  const { TABLE, ARCHIVE } = config('TABLE', 'ARCHIVE');
  const room = { table: tableNamed(TABLE), archive: archiveNamed(ARCHIVE) };
  let overdue = 0;
  const compiling = everyOne(await agenda(room.table), async name => {
    const period = await periodNamed(room.table, name);
    if (!period || !isLate(period, now) || !['open', 'closing', 'closed'].includes(period.state)) return;
    await closeAndCompile(room, period, now).catch(error => {
      if (isLate(period, now - grace)) overdue += 1;
      throw error;
    });
  });
  // Told at every tick, also when nothing is due: the alarm rings when it is not heard.
  await compiling.finally(() => log.info('ticked', { overdue }));
}

/** How long after its deadline a letter may take, milliseconds. */
const grace = 30 * 60_000;

type Room = { table: ReturnType<typeof tableNamed>; archive: ReturnType<typeof archiveNamed> };

async function closeAndCompile(room: Room, period: Period, now: number): Promise<void> {
  const { table, archive } = room;
  const [heads, department, issued] = await Promise.all([
    close(room, period, now),
    departmentPublished(archive, period.definition),
    issuedFigures(table, period.report, monthsComparedWith(period.month)),
  ]);
  const definition = reportNamed(department, period.report);
  if (!definition) throw new Error(`definition without its report: ${period.report}`);
  const known = knownFrom(department.history, issued, department.plan);

  const submissions = new Map(heads.map(({ unit, submission }) => [unit, submission]));
  const report = compile({ department, definition, month: period.month, submissions, known });
  // The hour of the last fence, not of this tick: what an earlier one left half done is done again to the letter.
  const at = heads.reduce((last, { fencedAt }) => Math.max(last, fencedAt), period.deadline);
  const edition = await fileEdition(archive, { department, definition, period, report, at });
  const seal = await fileSeal(archive, { period, heads, edition });

  await recordEdition(table, { ...edition, seal });
  const told = { detail: `bản ${edition.number}, PDF ${edition.files.pdf.sha256}`, holds: [seal.sha256] };
  // Before the period moves on: however often a process ends here, it is entered, and once.
  await audit(table, period, { at, who: 'compile-report', what: 'lập công văn', ...told });
  if (await movePeriod(table, period, ['closed'], edition.held ? 'held' : 'compiled'))
    log.info('compiled', { editions: 1 });
  // After the record, so that what is woken finds it.
  await wake(archive, 'filed', period);
}

/** Fences every head; what those writes return is the snapshot that is compiled, and nothing else is. */
async function close({ table }: Room, period: Period, now: number): Promise<Fenced[]> {
  if (period.state === 'open') {
    const detail = `${period.units.length} đơn vị`;
    await audit(table, period, { at: now, who: 'compile-report', what: 'chốt kỳ', detail });
    await movePeriod(table, period, ['open'], 'closing');
  }
  const heads = await inBatches(period.units, 32, ({ id }) => fence(table, { ...period, unit: id }, now));
  await movePeriod(table, period, ['closing'], 'closed');
  return heads;
}
