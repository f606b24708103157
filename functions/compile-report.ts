import { archiveNamed, readJson, wake } from '../shared/aws/archive.ts';
import { audit, auditAll } from '../shared/aws/audit.ts';
import { departmentPublished } from '../shared/aws/departments.ts';
import { editionNumbered, editionsOf, recordEdition } from '../shared/aws/editions.ts';
import { editsNow, enterEdits } from '../shared/aws/edits.ts';
import { goOnExtending } from '../shared/aws/extending.ts';
import { closeBehind, closeHead } from '../shared/aws/fence.ts';
import type { Fenced } from '../shared/aws/heads.ts';
import { enterFiles } from '../shared/aws/issued-files.ts';
import { enterPrinted } from '../shared/aws/passages.ts';
import { agenda, movePeriod, periodNamed } from '../shared/aws/periods.ts';
import { keepReceipts } from '../shared/aws/receipt-trees.ts';
import { knownIn } from '../shared/aws/series.ts';
import { tableNamed } from '../shared/aws/table.ts';
import { settledInBatches } from '../shared/batches.ts';
import { config } from '../shared/config.ts';
import { everyOne, instantOf } from '../shared/domain/calendar/tick.ts';
import { withEdits } from '../shared/domain/compilation/edited.ts';
import type { Edition } from '../shared/domain/compilation/edition.ts';
import { rootOf } from '../shared/domain/compilation/hash-tree.ts';
import { receiptHashes } from '../shared/domain/compilation/receipts.ts';
import { compile, Report } from '../shared/domain/compilation/report.ts';
import { Seal } from '../shared/domain/compilation/seal.ts';
import { type Unclosed, whyUnclosed } from '../shared/domain/compilation/unclosed.ts';
import { documentInWords } from '../shared/domain/office/document-kind.ts';
import { reportNamed } from '../shared/domain/office/owing.ts';
import { closesAt, type Period, timesBegunAnew } from '../shared/domain/office/period.ts';
import { log } from '../shared/log.ts';
import { sha256 } from '../shared/token.ts';
import { fileEdition, filePrinted } from './compile-report/file-edition.ts';
import { fileSeal } from './compile-report/file-seal.ts';

/** Closes what is due, compiles it, and files the letter. Whatever an earlier tick left half done is done again. */
export async function handler(event: unknown): Promise<void> {
  const now = instantOf(event);
  const { TABLE, ARCHIVE } = config('TABLE', 'ARCHIVE');
  const room = { table: tableNamed(TABLE), archive: archiveNamed(ARCHIVE) };
  let overdue = 0;
  const compiling = everyOne(await agenda(room.table), async name => {
    const period = await begunAnewIfDecided(room, await periodNamed(room.table, name));
    if (!period || now < closesAt(period)) return;
    if (['compiled', 'held', 'issued'].includes(period.state)) return closeWhatIsLeft(room, period, now);
    const making = period.state === 'drafted' ? goOn(room, period, now) : closeAndCompile(room, period, now);
    await making.catch(error => {
      if (now - grace >= closesAt(period)) overdue += 1;
      throw error;
    });
  });
  // Told at every tick, also when nothing is due: the alarm rings when it is not heard.
  await compiling.finally(() => log.info('ticked', { overdue }));
}

/** How long after its deadline a letter may take, milliseconds. */
const grace = 30 * 60_000;

type Room = { table: ReturnType<typeof tableNamed>; archive: ReturnType<typeof archiveNamed> };

/**
 * A period held or drafted, extended where that was decided and whoever decided it was cut off; one whose letter is to be replaced,
 * closing once more over what was corrected; every other one as it is.
 */
async function begunAnewIfDecided({ table, archive }: Room, period: Period | undefined): Promise<Period | undefined> {
  if (!period || !['held', 'drafted', 'issued'].includes(period.state)) return period;
  const edition = (await editionsOf(table, period)).at(-1);
  if (edition?.reissue) {
    // Loaded when a letter is replaced: it brings all by which a hand-in is judged.
    const { goOnReissuing } = await import('../shared/aws/reissuing.ts');
    const department = await departmentPublished(archive, period.definition);
    return goOnReissuing(table, period, { reissue: edition.reissue, department });
  }
  if (!edition?.extension) return period;
  if (await goOnExtending(table, period, edition)) await wake(archive, 'asked', period);
  return periodNamed(table, period);
}

/** What a draft has come to: in place of a withdrawn one another is made, and what was given a number is printed with it. */
async function goOn(room: Room, period: Period, now: number): Promise<void> {
  const edition = (await editionsOf(room.table, period)).at(-1);
  if (!edition) return;
  if (edition.passage?.stands === 'withdrawn') return closeAndCompile(room, period, now, edition);
  // A process may have ended between the record of a draft that replaces another and this; the first is entered before it is one.
  if (edition.number > 1) await enterCompiled(room, edition);
  if (edition.numbered && !edition.printed) await print(room, period, edition);
  await closeWhatIsLeft(room, period, now);
}

/** Enters what the record of a letter says, its files and in the trail: however often it is entered, it is there once. */
async function enterCompiled({ table }: Room, edition: Edition): Promise<void> {
  const { number, files, seal, at, unclosed = [] } = edition;
  await enterFiles(table, edition);
  const who = 'compile-report';
  const told = { detail: `bản ${number}, PDF ${files.pdf.sha256}`, holds: seal ? [seal.sha256] : [] };
  await auditAll(table, edition, [
    ...unclosed.map(({ id, why }) => ({ at, who, what: 'không chốt được', detail: `${id}, ${whyUnclosed[why]}` })),
    { at, who, what: 'lập công văn', ...told },
  ]);
}

/** Files the letter with the number and date it was given, of the very report that was approved, and enters it once. */
async function print({ table, archive }: Room, period: Period, edition: Edition): Promise<void> {
  const department = await departmentPublished(archive, period.definition);
  const definition = reportNamed(department, period.report);
  if (!definition || !edition.numbered || !edition.seal)
    throw new Error(`nothing to print: ${period.report} ${period.month}`);
  const [report, seal] = await Promise.all([edition.files.report, edition.seal].map(filed => readJson(archive, filed)));
  const compiled = { department, definition, period, report: Report.parse(report), heads: Seal.parse(seal).heads };
  const printed = await filePrinted(archive, compiled, { ...edition.numbered, replaces: edition.replaces });
  await enterFiles(table, { ...edition, printed });
  await enterPrinted(table, edition, printed);
  await wake(archive, 'filed', period);
}

/** In place of a draft that was withdrawn the next one is made; of what the fence keeps, as the first was. */
async function closeAndCompile(room: Room, period: Period, now: number, withdrawn?: Edition): Promise<void> {
  const { table, archive } = room;
  const [{ heads, unclosed }, department, replaced] = await Promise.all([
    close(room, period, now),
    departmentPublished(archive, period.definition),
    period.reissue && (await import('./compile-report/replaced.ts')).replacedBy(table, archive, period),
  ]);
  const definition = reportNamed(department, period.report);
  if (!definition) throw new Error(`definition without its report: ${period.report}`);
  const known = await knownIn(table, { department, definition, term: period.month });

  const handedIn = new Map(heads.map(({ unit, submission }) => [unit, submission]));
  const submissions = new Map(period.units.map(({ id }) => [id, handedIn.get(id)]));
  // Counted no more since the period is not open: what units wrote and what was made of it are both settled.
  const edits = await editsNow(table, period);
  const report = withEdits(compile({ department, definition, month: period.month, submissions, known }), edits);
  // The hour of the last fence, not of this tick: what an earlier one left half done is done again to the letter.
  const at = heads.reduce(
    (last, { fencedAt }) => Math.max(last, fencedAt),
    withdrawn?.passage?.acts.at(-1)?.when ?? closesAt(period),
  );
  const number = 1 + (withdrawn?.number ?? timesBegunAnew(period));
  const compiled = { department, definition, period, report, heads, replaced };
  const filed = await fileEdition(archive, compiled, { number, at });
  const hashes = receiptHashes(heads, period, sha256);
  const receipts = { root: rootOf(hashes, sha256), size: hashes.length };
  await keepReceipts(table, period, { root: receipts.root, hashes });
  const made = {
    ...filed,
    ...(edits.length > 0 && { edits: edits.at(-1)?.number }),
    ...(unclosed.length > 0 && { unclosed }),
    receipts,
  };
  const seal = await fileSeal(archive, { period, heads, edition: made });

  // Whoever edited may have come no further than that: each that the letter is made with is told of.
  await enterEdits(table, period, edits);
  const edition = await recorded(table, { ...made, seal });
  // Before the period moves on: however often a process ends here, it is entered, and once.
  await enterCompiled(room, edition);
  if (await movePeriod(table, period, ['closed'], edition.held ? 'held' : edition.passage ? 'drafted' : 'compiled'))
    log.info('compiled', { editions: 1 });
  // After the record, so that what is woken finds it.
  await wake(archive, 'filed', period);
}

/** The edition as it is on record: where an earlier tick got that far, a unit may have been closed since, and is not in it. */
async function recorded(table: Room['table'], edition: Edition): Promise<Edition> {
  if (await recordEdition(table, edition)) return edition;
  return (await editionNumbered(table, edition)) ?? edition;
}

/**
 * Fences every head; what those writes return is the snapshot that is compiled, and nothing else is. A head whose fault no
 * further try will mend holds up nobody else.
 * @throws when some may be fenced at the next tick, after all others were; when none could, as that is no unit's fault
 */
async function close({ table }: Room, period: Period, now: number): Promise<{ heads: Fenced[]; unclosed: Unclosed[] }> {
  if (period.state === 'open' || period.state === 'extended') {
    const { length } = period.extension?.units ?? period.units;
    const detail = `${length} đơn vị${period.extension ? ' được gia hạn' : ''}`;
    await audit(table, period, { at: now, who: 'compile-report', what: 'chốt kỳ', detail });
    await movePeriod(table, period, ['open', 'extended'], 'closing');
  }
  const tried = await settledInBatches(period.units, 32, async ({ id, name }) => {
    const closing = await closeHead(table, { ...period, unit: id }, now);
    if (closing.kind === 'unclosed') tellUnclosed(period, id, closing.reason);
    return { id, name, ...closing };
  });
  const failed = tried.flatMap(each => (each.status === 'rejected' ? [each.reason] : []));
  if (failed.length > 0) throw new AggregateError(failed.slice(0, 10), `${failed.length} units are not closed yet`);
  const closings = tried.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
  if (closings.length > 0 && closings.every(({ kind }) => kind === 'unclosed'))
    throw new Error('no unit can be closed');
  await movePeriod(table, period, ['closing'], 'closed');
  return {
    heads: closings.flatMap(({ head }) => (head ? [head] : [])),
    unclosed: closings.flatMap(each =>
      each.kind === 'unclosed' ? [{ id: each.id, name: each.name, why: each.why }] : [],
    ),
  };
}

/** Tries again what could not be fenced for its letter: from then on what it holds is known, and is told. */
async function closeWhatIsLeft({ table, archive }: Room, period: Period, now: number): Promise<void> {
  const { unclosed = [], head } = (await editionsOf(table, period)).at(-1) ?? {};
  await everyOne(
    unclosed.filter(({ why }) => why === 'unfenced'),
    async ({ id }) => {
      const closing = await closeBehind(table, { ...period, unit: id }, now);
      if (closing.kind === 'unclosed') return tellUnclosed(period, id, closing.reason);
      const { fencedAt, revision } = closing.head;
      const left = revision > 0 ? `có bản nộp lần ${revision}` : 'không có bản nộp';
      const detail = `${id}, ${left}, ngoài ${documentInWords(head?.document)}`;
      await audit(table, period, { at: fencedAt, who: 'compile-report', what: 'chốt sau', detail });
      if (fencedAt === now) await wake(archive, 'filed', period);
    },
  );
}

/** Heard by the technician's alarm; what the unit handed in is not told. */
function tellUnclosed({ report, month }: Period, unit: string, reason: string): void {
  log.error('a unit could not be closed', { report, month, unit, reason, unfenced: 1 });
}
