import { downloadAddress } from '../../shared/aws/archive.ts';
import { auditTrail } from '../../shared/aws/audit.ts';
import { departmentPublished } from '../../shared/aws/departments.ts';
import { editionNumbered, editionsOf } from '../../shared/aws/editions.ts';
import { editsOf } from '../../shared/aws/edits.ts';
import { headsOf, type SeenHead } from '../../shared/aws/heads.ts';
import { mailsOf } from '../../shared/aws/ledger.ts';
import { linkOf } from '../../shared/aws/links.ts';
import { mendRequestsOf } from '../../shared/aws/mend-requests.ts';
import { everyPeriod, type PeriodName, periodNamed } from '../../shared/aws/periods.ts';
import { Term } from '../../shared/domain/calendar/term.ts';
import { type Edit, editsOn, toConfirmIn } from '../../shared/domain/collection/edit.ts';
import { unanswered } from '../../shared/domain/collection/mend-request.ts';
import { unansweredIn } from '../../shared/domain/collection/unanswered.ts';
import { type Edition, type EditionFile, returnedFilesOf } from '../../shared/domain/compilation/edition.ts';
import { type FileKind, filesGivenTo, isFileKind } from '../../shared/domain/compilation/given-out.ts';
import { reachedNow } from '../../shared/domain/delivery/reach.ts';
import { standsWith } from '../../shared/domain/delivery/turns.ts';
import { asIssued } from '../../shared/domain/issuing/issued-edition.ts';
import { replacedBy } from '../../shared/domain/issuing/known-file.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { stepsOf } from '../../shared/domain/office/issuing.ts';
import { owedByEach, reportNamed } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { linesIn } from '../../shared/domain/office/recipient.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { may } from '../../shared/domain/office/roles.ts';
import { type Staff, toldOfLetters } from '../../shared/domain/office/staff.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import type { Progress } from '../../templates/pages/board/units.ts';
import { boardPage, type PeriodOnBoard } from '../../templates/pages/board.ts';
import { downloadPage } from '../../templates/pages/download.ts';
import { periodPage } from '../../templates/pages/period.ts';
import { outcomeOf, said } from './outcome.ts';
import { type AtTheBoard, atTheBoard, type Room } from './session.ts';

/** Seconds in which a download must begin. */
const downloadBegins = 60;

/** GET /board: what waits for who looks, and every period. */
export async function showBoard(room: Room, request: Request): Promise<Answer> {
  const there = await atTheBoard(room, request, 'look on');
  const { staff, department } = there;
  // By their deadlines: terms of several lengths do not sort by their names.
  const periods = (await everyPeriod(room.table)).sort((one, other) => other.deadline - one.deadline);
  const told = await Promise.all(
    periods.map(async period => {
      const { name = period.report, document } = reportNamed(department, period.report) ?? {};
      const [progress, draft] = await Promise.all([progressIn(room, staff, period), draftIn(room, period, there)]);
      return { ...period, name, document: documentInWords(document), ...progress, ...draft };
    }),
  );
  return page(
    boardPage({
      department: department.name,
      viewer: staff,
      periods: told,
      now: request.receivedAt,
    }),
  );
}

/** How far a period in hand is, for who may see what units hand in; of one that is over nothing has to be known. */
async function progressIn(
  { table }: Room,
  staff: Staff,
  period: Period,
): Promise<Pick<PeriodOnBoard, 'handedIn' | 'toMend' | 'toConfirm'>> {
  if (period.state === 'issued' || !may(staff, 'see what units hand in')) return {};
  const [heads, requests, edits] = await Promise.all([
    headsOf(table, period),
    mendRequestsOf(table, period),
    editsOf(table, period),
  ]);
  const handedIn = [...heads.values()].filter(({ revision }) => revision > 0);
  const toMend = handedIn.filter(head => unanswered(requests, head)).length;
  return { handedIn: handedIn.length, toMend, toConfirm: toConfirmIn(edits, heads) };
}

/** Where the draft of a period stands, and whether it is with who looks. */
async function draftIn({ table, archive }: Room, period: Period, { staff, department }: AtTheBoard) {
  if (period.state !== 'drafted') return {};
  const [pinned, editions] = await Promise.all([
    departmentPublished(archive, period.definition),
    editionsOf(table, period),
  ]);
  const [edition, steps] = [editions.at(-1), stepsOf(reportNamed(pinned, period.report) ?? {})];
  if (!edition?.passage || !steps) return {};
  const doers = standsWith({ edition, steps, office: department });
  return { draft: { stands: edition.passage.stands, mine: doers.some(({ id }) => id === staff.id) } };
}

/** GET /board/{report}/{month}: who has handed in, the editions, and what became of each mail. */
export async function showPeriod(room: Room, request: Request): Promise<Answer> {
  const { staff, department } = await atTheBoard(room, request, 'look on');
  const period = await periodAsked(room, request);
  const [pinned, heads, requests, editions, mails, trail, edits] = await Promise.all([
    departmentPublished(room.archive, period.definition),
    headsOf(room.table, period),
    mendRequestsOf(room.table, period),
    editionsOf(room.table, period),
    mailsOf(room.table, period),
    auditTrail(room.table, period),
    editsOf(room.table, period),
  ]);
  const definition = reportNamed(pinned, period.report);
  const outcome = outcomeOf(request, period);
  const told = period.state === 'drafted' ? department.staff : toldOfLetters(department);
  const reached = { units: reachedNow(period, department).units, staff: told };
  const shown = page(
    periodPage({
      department: department.name,
      report: definition?.name ?? period.report,
      document: documentInWords(definition?.document),
      period,
      heads: definition ? withProgress(heads, { definition, term: period.month, edits }) : heads,
      requests,
      sought: request.event.queryStringParameters?.tim?.trim() ?? '',
      editions: editions.map(asIssued),
      mails,
      lines: definition ? linesIn(definition, period.month) : [],
      trail,
      staff: department.staff,
      viewer: staff,
      reached,
      outcome,
      now: request.receivedAt,
    }),
  );
  return said(shown, outcome);
}

/** Heads, with how many tasks each unit that handed in said nothing of, and how much of what it said is edited. */
function withProgress(
  heads: Map<string, SeenHead>,
  { definition, term, edits }: { definition: ReportDefinition; term: Term; edits: Edit[] },
): Map<string, Progress> {
  const owedBy = owedByEach(definition, term);
  const byUnit = Map.groupBy(edits, ({ unit }) => unit);
  return new Map(
    [...heads].map(([unit, head]) => {
      if (!head.submission) return [unit, head];
      const { standing, toConfirm } = editsOn(byUnit.get(unit) ?? [], unit, head.submission);
      const emptyTasks = unansweredIn(owedBy(unit).tasks, head.submission).length;
      return [unit, { ...head, emptyTasks, edited: standing.length, toConfirm: toConfirm.length }];
    }),
  );
}

/** GET /board/{report}/{month}/{edition}/{file}: a file of an edition, byte for byte as it was filed. */
export async function downloadFromBoard(room: Room, request: Request): Promise<Answer> {
  const { staff } = await atTheBoard(room, request, 'look on');
  const number = Number(request.parameters.edition);
  const name = nameAsked(request);
  const edition = Number.isInteger(number) ? await editionNumbered(room.table, { ...name, number }) : undefined;
  if (!edition) throw problem.notFound();
  const { kind, filed } = fileAsked(asIssued(edition), request);
  if (!filesGivenTo(staff.roles, edition).includes(kind)) throw problem.notAllowed();
  return toFile(room, filed, request);
}

/** GET /board/{report}/{month}/{edition}/returned/{file}: a file that came back from signing, by its hash; whoever passes drafts on sees it. */
export async function downloadReturned(room: Room, request: Request): Promise<Answer> {
  await atTheBoard(room, request, 'look on');
  const number = Number(request.parameters.edition);
  const edition = Number.isInteger(number)
    ? await editionNumbered(room.table, { ...nameAsked(request), number })
    : undefined;
  const filed = edition && returnedFilesOf(edition).find(({ sha256 }) => sha256 === request.parameters.file);
  if (!filed) throw problem.notFound();
  return toFile(room, filed, request);
}

/** GET /download/{token}: for a recipient whose files were too large to attach. */
export async function showDownload(room: Room, request: Request): Promise<Answer> {
  const token = request.parameters.token ?? '';
  const edition = await editionOfLink(room, token, request.receivedAt);
  if (!edition || filesGivenTo(['recipient'], edition).length === 0) throw problem.unknownLink();
  return page(downloadPage({ edition, token, replacedBy: replacedBy(edition, await editionsOf(room.table, edition)) }));
}

/** GET /download/{token}/{file}. */
export async function downloadByLink(room: Room, request: Request): Promise<Answer> {
  const edition = await editionOfLink(room, request.parameters.token ?? '', request.receivedAt);
  if (!edition) throw problem.unknownLink();
  const { kind, filed } = fileAsked(edition, request);
  if (!filesGivenTo(['recipient'], edition).includes(kind)) throw problem.notFound();
  return toFile(room, filed, request);
}

async function editionOfLink({ table }: Room, token: string, now: number): Promise<Edition | undefined> {
  const link = await linkOf(table, token, now);
  const edition = link?.opens === 'edition' ? await editionNumbered(table, link) : undefined;
  return edition && asIssued(edition);
}

/** The file of an edition that an address names. @throws Problem 404 */
function fileAsked(edition: Edition, { parameters }: Request): { kind: FileKind; filed: EditionFile } {
  const kind = parameters.file ?? '';
  const filed = isFileKind(kind) ? edition.files[kind] : undefined;
  if (!filed || !isFileKind(kind)) throw problem.notFound();
  return { kind, filed };
}

async function toFile({ archive }: Room, filed: EditionFile, { receivedAt }: Request): Promise<Answer> {
  return seeOther(await downloadAddress(archive, { filed, from: receivedAt, seconds: downloadBegins }));
}

/** The period a request names. @throws Problem 404 */
export async function periodAsked({ table }: Room, request: Request): Promise<Period> {
  const period = await periodNamed(table, nameAsked(request));
  if (!period) throw problem.notFound();
  return period;
}

function nameAsked({ parameters }: Request): PeriodName {
  const month = Term.safeParse(parameters.month);
  if (!month.success) throw problem.notFound();
  return { report: parameters.report ?? '', month: month.data };
}
