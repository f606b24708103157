import { wake } from '../../shared/aws/archive.ts';
import { departmentPublished } from '../../shared/aws/departments.ts';
import { lateKept } from '../../shared/aws/drafts.ts';
import { headOf, seenHeadOf } from '../../shared/aws/heads.ts';
import { mailsOf } from '../../shared/aws/ledger.ts';
import { askToMend, enterMendRequest, mendRequestOf, mendRequestsOf } from '../../shared/aws/mend-requests.ts';
import { periodNamed } from '../../shared/aws/periods.ts';
import { pastIn } from '../../shared/aws/series.ts';
import { revisionsOf } from '../../shared/aws/submissions.ts';
import { termBefore } from '../../shared/domain/calendar/term.ts';
import type { MendRequest } from '../../shared/domain/collection/mend-request.ts';
import { typedText } from '../../shared/domain/collection/typed-text.ts';
import { reachedNow } from '../../shared/domain/delivery/reach.ts';
import { answersBeside } from '../../shared/domain/letter/answers-beside.ts';
import { handedInBy } from '../../shared/domain/letter/handed-in.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { owedBy, reportNamed } from '../../shared/domain/office/owing.ts';
import { collectsFrom, type Period } from '../../shared/domain/office/period.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { problem } from '../../shared/domain/problem.ts';
import { reasonTyped } from '../../shared/domain/text/reason.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import { type Request, wantsJson } from '../../shared/http/request.ts';
import { type HandedInPage, handedInPage } from '../../templates/pages/handed-in.ts';
import { coordinating, unitAsked } from './actions.ts';
import { backSaying, outcomeOf, said } from './outcome.ts';
import { periodAsked } from './pages.ts';
import { saidOf } from './resend.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /board/{report}/{month}/units/{unit}: what a unit handed in, beside the term before, and everything said about it. */
export async function showUnit(room: Room, request: Request): Promise<Answer> {
  const { staff, department } = await atTheBoard(room, request, 'see what units hand in');
  const period = await periodAsked(room, request);
  const outcome = outcomeOf(request, period);
  const shown = { staff, department, period, unit: request.parameters.unit ?? '', now: request.receivedAt };
  return said(page(handedInPage({ ...(await unitModel(room, shown)), outcome })), outcome);
}

/**
 * POST /board/{report}/{month}/mend: asks a unit to mend the revision that was looked at. What was accepted stays as it is; the
 * unit is mailed the reason, and finds it on its form. Doing it twice asks once.
 */
export async function askForMending(room: Room, request: Request): Promise<Answer> {
  const { staff, department, period } = await coordinating(room, request);
  const { table, archive } = room;
  const { receivedAt: now } = request;
  const form = formOf(request);
  const unit = unitAsked(form, period);
  const head = await headOf(table, { ...period, unit });
  if (!head) throw problem.notFound();
  if (!collectsFrom(unit, period, now)) throw problem.periodClosed();

  const typed = form.get('reason') ?? '';
  const reason = reasonTyped(typed);
  const looked = Number(form.get('revision'));
  if (!reason.success || head.revision === 0 || head.revision !== looked) {
    const wrong = reason.success ? handedInSince : `Hãy ghi rõ cần sửa gì: ${saidOf(reason.error)}.`;
    if (wantsJson(request)) throw problem.faultyFields([{ field: 'reason', message: wrong }]);
    const shown = await unitModel(room, { staff, department, period, unit, now });
    return page(handedInPage({ ...shown, mending: { typed, wrong } }), 422);
  }
  const asked = { report: period.report, month: period.month, unit, revision: head.revision };
  const wanted: MendRequest = { ...asked, reason: reason.data, who: staff.id, at: now };
  const made = await askToMend(table, period, wanted);
  const standing = made ? wanted : await mendRequestOf(table, { ...period, unit }, head.revision);
  // Also when it was asked before: whoever asked may have come no further.
  if (standing) await enterMendRequest(table, standing);
  await wake(archive, 'asked', period);
  return backSaying(period, { act: 'mend', unit, done: made }, `/units/${unit}`);
}

const handedInSince = 'Đơn vị vừa nộp bản khác, đang hiện ở trên. Xem bản ấy rồi, còn cần sửa thì bấm lại.';

type Shown = { staff: Staff; department: Department; period: Period; unit: string; now: number };

/** @throws Problem 404 for a unit that owes nothing in the period */
async function unitModel(
  { table, archive }: Room,
  { staff, department, period, unit, now }: Shown,
): Promise<HandedInPage> {
  const reached = reachedNow(period, department).units.find(({ id }) => id === unit);
  if (!reached) throw problem.notFound();
  const [pinned, head, revisions, requests, mails, earlier] = await Promise.all([
    departmentPublished(archive, period.definition),
    seenHeadOf(table, period, unit),
    // Of a record that nobody can read there is nothing to be shown.
    revisionsOf(table, { ...period, unit }).catch(() => []),
    mendRequestsOf(table, period, unit),
    mailsOf(table, period),
    periodNamed(table, { report: period.report, month: termBefore(period.month) }),
  ]);
  const definition = reportNamed(pinned, period.report);
  if (!head || !definition) throw problem.notFound();
  const past = { ...(await pastIn(table, pinned, period, { unit })), unit };
  const before = earlier && (await seenHeadOf(table, earlier, unit))?.submission;
  const owed = owedBy(definition, unit, period.month);
  const late = await lateKept(table, { ...period, unit }, head);
  return {
    department: department.name,
    report: definition.name,
    document: documentInWords(definition.document),
    period,
    unit: reached,
    head,
    answers: answersBeside(owed, { submission: head.submission, before, past }),
    revisions: handedInBy(revisions, { owed, past }),
    late: late && { at: late.at, typed: typedText(late.answers, { owed, term: period.month }) },
    requests,
    mails: mails.filter(({ to }) => to.kind === 'unit' && to.unit === unit),
    staff: department.staff,
    viewer: staff,
    now,
  };
}
