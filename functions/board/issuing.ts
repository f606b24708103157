import { readJson, wake } from '../../shared/aws/archive.ts';
import { departmentPublished } from '../../shared/aws/departments.ts';
import { editionNumbered, editionsOf } from '../../shared/aws/editions.ts';
import { editsOf } from '../../shared/aws/edits.ts';
import { headsOf } from '../../shared/aws/heads.ts';
import { giveNumber, numbersIn, type Register } from '../../shared/aws/numbers.ts';
import { enterActs, takeTurn } from '../../shared/aws/passages.ts';
import { inBatches } from '../../shared/batches.ts';
import { dateAt } from '../../shared/domain/calendar/day.ts';
import { editsOn } from '../../shared/domain/collection/edit.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { DraftAct, Numbered } from '../../shared/domain/compilation/passage.ts';
import { Report } from '../../shared/domain/compilation/report.ts';
import { explainedIn, wantingIn } from '../../shared/domain/compilation/wanting.ts';
import { signInIsFresh } from '../../shared/domain/delivery/sign-in.ts';
import { standsWith } from '../../shared/domain/delivery/turns.ts';
import { asIssued } from '../../shared/domain/issuing/issued-edition.ts';
import { gapsIn, isLost, nextNumber, whyNotNumber } from '../../shared/domain/issuing/numbers.ts';
import { passageAfter } from '../../shared/domain/issuing/passing.ts';
import { isSigning, takenOf, toBeSigned, waitingReturn } from '../../shared/domain/issuing/signing.ts';
import { draftDifferences } from '../../shared/domain/letter/draft-differences.ts';
import { headlines } from '../../shared/domain/letter/headlines.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { type IssuingStep, StepKind, stepsOf } from '../../shared/domain/office/issuing.ts';
import { reportNamed } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { type Act, may } from '../../shared/domain/office/roles.ts';
import { problem } from '../../shared/domain/problem.ts';
import { reasonTyped } from '../../shared/domain/text/reason.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import { type Request, wantsJson } from '../../shared/http/request.ts';
import { beforePassingPage } from '../../templates/pages/before-acting.ts';
import { type DraftContent, type IssuingPage, issuingPage } from '../../templates/pages/issuing.ts';
import { backSaying, outcomeOf, said } from './outcome.ts';
import { periodAsked } from './pages.ts';
import { saidOf } from './resend.ts';
import { type AtTheBoard, atTheBoard, type Room } from './session.ts';

/** As many of the letter's first figures as a phone shows at a glance. */
const mostFigures = 8;

/** GET /board/{report}/{month}/issuing: where the draft stands, what is in it, and what whoever looks may do to it. */
export async function showIssuing(room: Room, request: Request): Promise<Answer> {
  const here = await draftAsked(room, request, 'look on');
  const outcome = outcomeOf(request, here.period);
  return said(page(issuingPage({ ...(await shownOf(room, here)), outcome })), outcome);
}

/** POST …/pass: its content, or its form, is as it should be. */
export function pass(room: Room, request: Request): Promise<Answer> {
  return act(room, request, { by: 'look on', did: 'pass', at: ['content', 'form'] });
}

/** GET …/confirm: asks before an act that cannot be taken back, and does nothing. */
export function askBefore(room: Room, request: Request): Promise<Answer> {
  return act(room, request, { by: 'look on', did: 'pass', at: ['content', 'form', 'approval', 'number'], asks: true });
}

/** POST …/approve: this very draft may be issued. Asks for a sign-in of a moment ago. */
export function approve(room: Room, request: Request): Promise<Answer> {
  return act(room, request, { by: 'approve', did: 'pass', at: ['approval'] });
}

/** POST …/number: the next number of the register, or the one in the office's own book. */
export function number(room: Room, request: Request): Promise<Answer> {
  return act(room, request, { by: 'number', did: 'pass', at: ['number'] });
}

/** POST …/return: back to the step before, with words. */
export function sendBack(room: Room, request: Request): Promise<Answer> {
  return act(room, request, { by: 'look on', did: 'return', at: stepKinds });
}

/** POST …/resubmit: what was sent back stays as it is, with words. */
export function resubmit(room: Room, request: Request): Promise<Answer> {
  return act(room, request, { by: 'coordinate', did: 'resubmit', at: ['coordinator'] });
}

/** POST …/redraft: another draft is made in place of this one, which nobody can pass on any more. */
export function redraft(room: Room, request: Request): Promise<Answer> {
  return act(room, request, { by: 'coordinate', did: 'redraft', at: ['coordinator', ...stepKinds] });
}

const stepKinds = StepKind.options;

export type Draft = AtTheBoard & {
  period: Period;
  /** As the period pins it. */
  pinned: Department;
  definition: ReportDefinition;
  steps: IssuingStep[];
  /** The newest edition, none before the close; and the one it took the place of. */
  edition: Edition | undefined;
  before: Edition | undefined;
  now: number;
};

/** @throws Problem 401, 403, 404 where the report's letter goes out by itself */
export async function draftAsked(room: Room, request: Request, by: Act): Promise<Draft> {
  const there = await atTheBoard(room, request, by);
  const period = await periodAsked(room, request);
  const [pinned, editions] = await Promise.all([
    departmentPublished(room.archive, period.definition),
    editionsOf(room.table, period),
  ]);
  const definition = reportNamed(pinned, period.report);
  const steps = definition && stepsOf(definition);
  if (!definition || !steps) throw problem.notFound();
  const [before, edition] = [editions.at(-2), editions.at(-1)];
  return { ...there, period, pinned, definition, steps, edition, before, now: request.receivedAt };
}

/** `asks`: whether it is only asked for, to be done by the next press. */
type Doing = { by: Act; did: DraftAct['did']; at: readonly DraftAct['at'][]; asks?: boolean };

/**
 * One act on the draft that was looked at: on its bytes, and where it then stood. Whoever comes second finds the page as it is
 * now, with what they typed.
 */
async function act(room: Room, request: Request, { by, did, at, asks = false }: Doing): Promise<Answer> {
  const here = await draftAsked(room, request, by);
  const { staff, signedInAt, department, period, definition, steps, edition, now } = here;
  const form = asks ? new URLSearchParams(request.event.rawQueryString) : formOf(request);
  const typed = form.get('words') ?? '';
  const refused = async (wrong: string, field: 'words' | 'number' = 'words') => {
    if (wantsJson(request)) throw problem.faultyFields([{ field, message: wrong }]);
    const shown = await shownOf(room, here);
    return page(
      issuingPage({ ...shown, refused: { did, field, wrong, typed, number: form.get('number') ?? '' } }),
      422,
    );
  };
  const stands = at.find(place => place === edition?.passage?.stands);
  if (period.state !== 'drafted' || !edition?.passage) throw problem.noDraft();
  if (
    did !== 'redraft' &&
    stands &&
    !standsWith({ edition, steps, office: department }).some(({ id }) => id === staff.id)
  )
    throw problem.notAllowed();
  const { pdf } = asIssued(edition).files;
  const looked = form.get('pdf') === pdf.sha256 && form.get('turn') === String(edition.turn);
  if (!stands || !looked) return refused(changedSince);
  const approves = stands === 'approval' && did === 'pass';
  if (approves && now >= signedInAt + signInIsFresh) throw problem.staleSignIn();
  if (approves && !definition.approvesOwnEdits) {
    const own = (await editedIn(room.table, period, edition)).filter(({ who }) => who === staff.id);
    if (own.length > 0) return refused(ownEdits(own.map(({ called }) => called)));
  }
  const words = reasonTyped(typed);
  if (!words.success && (did !== 'pass' || typed.trim() !== ''))
    return refused(`Hãy ghi rõ lý do: ${saidOf(words.error)}.`);

  const done: DraftAct = {
    ...{ did, at: stands, who: staff.id, when: now, pdf: pdf.sha256 },
    ...(words.success && { words: words.data }),
  };
  const passage = passageAfter(edition.passage, done);
  if (!passage) return refused(tooOften);
  const numbers = did === 'pass' && stands === 'number';
  const numbered = numbers ? await numberFor(room, here, edition, { form, asks }) : undefined;
  if (typeof numbered === 'string') return refused(numbered, 'number');
  if (asks)
    return page(
      beforePassingPage({
        department: department.name,
        period,
        edition: asIssued(edition),
        numbered,
        goes: passage.stands === 'through',
      }),
    );
  if (!(await takeTurn(room.table, edition, { passage, numbered }))) return refused(changedSince);
  await enterActs(room.table, { ...edition, passage, numbered });
  const printsOrMakes = numbered !== undefined || did === 'redraft';
  await wake(room.archive, printsOrMakes ? 'drafts' : 'filed', period);
  return backSaying(period, { act: 'draft', did, at: stands }, '/issuing');
}

export const changedSince =
  'Dự thảo vừa có người khác xử lý, nay như hiện ở trang này. Chưa ghi gì của lần bấm vừa rồi; hãy xem lại.';
function ownEdits(called: string[]): string {
  return `Dự thảo có lời do chính người duyệt biên tập (${called.join('; ')}). Hãy để người duyệt khác duyệt, hoặc trả lại với lý do.`;
}

const tooOften =
  'Dự thảo này đã có số, hoặc đã trả đi trả lại quá nhiều lần. Đã có số thì không rút được nữa; chưa có số thì bấm "Lập lại dự thảo".';

/**
 * The number an edition is given, or would be where it is only asked; or why it cannot be. One that it was given before, by a
 * process that ended there, stays its own.
 */
async function numberFor(
  { table }: Room,
  { period: { report, month }, definition, now }: Draft,
  edition: Edition,
  { form, asks }: { form: URLSearchParams; asks: boolean },
): Promise<Numbered | string> {
  const date = dateAt(now);
  const register = { year: date.slice(0, 4), symbol: definition.kyHieu };
  const typed = (form.get('number') ?? '').trim();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const given = await numbersIn(table, register);
    const own = given.find(one => one.report === report && one.month === month && one.edition === edition.number);
    if (own) return { number: own.number, date: own.date };
    const number = typed === '' ? nextNumber(given) : Number(typed);
    const wrong = whyNotNumber(number, given);
    if (wrong) return wrong;
    const owner = { report, month, edition: edition.number };
    if (asks) return { number, date };
    if (await giveNumber(table, { ...register, number, date, ...owner })) return { number, date };
  }
  return 'Nhiều người đang cấp số cùng lúc; hãy bấm lại sau ít giây.';
}

/** What the clerk sees of a register: the number that comes next, and those that no letter bears. */
async function registerOf(table: Room['table'], register: Register): Promise<IssuingPage['register']> {
  const given = await numbersIn(table, register);
  const owners = await inBatches(given, 32, ({ edition, ...period }) =>
    editionNumbered(table, { ...period, number: edition }),
  );
  const lost = given.filter((one, at) => owners[at] && isLost(one, owners[at]));
  return { next: nextNumber(given), gaps: gapsIn(given, lost), symbol: register.symbol };
}

/** What of a draft is shown to whom looks: what units handed in only to who may see that. */
export async function shownOf(room: Room, here: Draft): Promise<IssuingPage> {
  const { staff, signedInAt, department, period, definition, steps, edition, now } = here;
  const sees = edition && may(staff, 'see what units hand in');
  const numbers = edition?.passage?.stands === 'number' && may(staff, 'number');
  const [content, signing, register] = await Promise.all([
    sees ? contentOf(room, here, edition) : undefined,
    edition && signingOf(room, edition),
    numbers ? registerOf(room.table, { year: dateAt(now).slice(0, 4), symbol: definition.kyHieu }) : undefined,
  ]);
  const doers = edition ? standsWith({ edition, steps, office: department }) : [];
  return {
    department: department.name,
    report: definition.name,
    period,
    edition: edition && asIssued(edition),
    steps: steps.map(({ step }) => step),
    doers: doers.map(({ name }) => name),
    acts: period.state === 'drafted' && doers.some(({ id }) => id === staff.id),
    coordinates: period.state === 'drafted' && may(staff, 'coordinate'),
    fresh: now < signedInAt + signInIsFresh,
    staff: department.staff,
    content,
    signing,
    register,
    now,
  };
}

/** What whoever signs is shown: the file to be signed, and what was found of the one that came back and was not taken. */
async function signingOf({ archive }: Room, edition: Edition): Promise<IssuingPage['signing']> {
  if (!edition.passage || !isSigning(edition.passage.stands)) return undefined;
  const file = toBeSigned(edition);
  const waiting = waitingReturn(edition);
  if (!file) return { waiting };
  // Loaded where something differs: what reads any PDF is large.
  const reading = waiting?.verdict === 'altered' ? await import('./texts-apart.ts') : undefined;
  const apart = waiting && reading && (await reading.textsApart(archive, { sent: file, returned: waiting.file }));
  return { file, waiting, apart, wanting: waiting?.verdict === 'intact' ? await unfilledIn(archive, edition) : 0 };
}

/** How many places of a draft wait to be filled in, of one that is signed for the first time: who signs after looked at that already. */
export async function unfilledIn(archive: Room['archive'], edition: Edition): Promise<number> {
  return takenOf(edition).length > 0 ? 0 : wantingIn(await reportOf(archive, edition));
}

async function contentOf(
  { table, archive }: Room,
  { pinned, definition, before, period }: Draft,
  edition: Edition,
): Promise<DraftContent> {
  const [report, earlier, edited] = await Promise.all([
    reportOf(archive, edition),
    before && reportOf(archive, before),
    editedIn(table, period, edition),
  ]);
  const phrases = new Map(definition.indicators.map(({ code, name }) => [code, name]));
  const units = new Map(pinned.units.map(({ id, name }) => [id, name]));
  return {
    differs: earlier && draftDifferences(pinned, { before: earlier, now: report }),
    headlines: headlines(pinned, report, mostFigures),
    edited: edited.map(({ unit, called, madeOn, text }) => ({ who: units.get(unit) ?? unit, called, madeOn, text })),
    missing: report.missing.map(({ name }) => name),
    wanting: wantingIn(report),
    explained: explainedIn(report).map(({ code, unit, note }) => ({
      what: phrases.get(code) ?? code,
      who: unit === undefined ? '' : (units.get(unit) ?? unit),
      note,
    })),
  };
}

/** What of the units' words a draft says in the coordinator's: the edits that it was made with, each on the words that stand. */
async function editedIn(table: Room['table'], period: Period, { edits: count }: Edition) {
  if (count === undefined) return [];
  const [edits, heads] = await Promise.all([editsOf(table, { ...period, edits: count }), headsOf(table, period)]);
  const units = [...new Set(edits.map(({ unit }) => unit))];
  return units.flatMap(unit => editsOn(edits, unit, heads.get(unit)?.submission).standing);
}

async function reportOf(archive: Room['archive'], { files }: Edition): Promise<Report> {
  return Report.parse(await readJson(archive, files.report));
}
