import { unsentOf } from '../../shared/aws/drafts.ts';
import type { Head } from '../../shared/aws/heads.ts';
import { Answers, HandIn } from '../../shared/domain/collection/answers.ts';
import { named } from '../../shared/domain/collection/field-names.ts';
import { fillsIn } from '../../shared/domain/collection/fills.ts';
import { answersFrom } from '../../shared/domain/collection/form.ts';
import { formAddress } from '../../shared/domain/collection/form-address.ts';
import { typedText } from '../../shared/domain/collection/typed-text.ts';
import { heaviestAnswers, heaviestSheet, weightOf } from '../../shared/domain/collection/weight.ts';
import { itemsOf } from '../../shared/domain/letter/items.ts';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import { isLate } from '../../shared/domain/office/period.ts';
import { Problem, type ProblemDetails, problem } from '../../shared/domain/problem.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import { bringsFile, checked, faultsIn, type Posted, postedBy } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { isToken, newKey } from '../../shared/token.ts';
import { closedPage } from '../../templates/pages/closed.ts';
import { formPage } from '../../templates/pages/form.ts';
import { homePage } from '../../templates/pages/home.ts';
import { linkPage } from '../../templates/pages/link.ts';
import { lostSessionPage } from '../../templates/pages/lost-session.ts';
import { problemPage } from '../../templates/pages/problem.ts';
import type { Done } from './acting.ts';
import { act, handsIn } from './acts.ts';
import { type Admitted, admitting } from './entrance.ts';
import { answersToFillWith, formModel, unitPage } from './form-model.ts';
import { withListsHandedIn } from './lists-handed-in.ts';
import { type Asked, askedOf, type Room } from './room.ts';
import { enter, sessionFor } from './session.ts';

/** GET /link/{token}: one button. Mail scanners open links, so no link is looked up and nothing changes. */
export async function showLink({ parameters: { token } }: Request): Promise<Answer> {
  if (!isToken(token)) throw problem.unknownLink();
  return page(
    linkPage({
      ...(await whomToAsk()),
      title: 'Báo cáo định kỳ',
      explanation: 'Bấm nút dưới đây để mở biểu mẫu của đơn vị.',
      button: 'Mở biểu mẫu',
      action: `/link/${token}`,
    }),
  );
}

/** POST /link/{token}: the link for a session. */
export async function exchangeLink(room: Room, request: Request): Promise<Answer> {
  const { form, cookies } = await sessionFor(room.table, request);
  return seeOther(formAddress(form), cookies);
}

/** GET /form/{report}/{month}/{unit}: what the unit is asked, with its draft or what it handed in last; after the close, what is in the letter. */
export async function showForm(room: Room, request: Request): Promise<Answer> {
  const { session, head } = await enter(room.table, request);
  const asked = await askedOf(room, session.head);
  if (isClosed(asked, head, request.receivedAt)) {
    return page(closed(asked, head, { unsent: await unsentOf(room.table, session.head, head) }));
  }
  const { answers, isDraft } = await answersToFillWith(room, session.head, head);
  const filling = { answers, key: newKey(), now: request.receivedAt };
  const notice = isDraft ? 'Đây là bản nháp đã lưu, chưa nộp.' : undefined;
  return page(formPage({ ...(await formModel(room, asked, head, filling)), notice }));
}

/** POST to the same: hands in, or does what another button of the form says. Whatever is wrong, what was typed comes back. */
export function postForm(room: Room, request: Request): Promise<Answer> {
  return admitting(room, request, async admitted => {
    // Nobody's file is taken apart before it is known whose it is.
    if (bringsFile(request)) await admitted.shown();
    return answerTo(room, request, { ...admitted, ...typedIn(request) });
  });
}

/** What went wrong, for people. Whoever lost their session while filling in the form gets back what they typed. */
export async function showProblem(details: ProblemDetails, request: Request): Promise<Answer> {
  const { type, status } = details;
  const lost = /^\/form\b/.test(request.path) && request.method === 'POST' && sessionLost.has(type);
  const typed = lost ? textTypedIn(request) : undefined;
  const asked = await whomToAsk();
  return page(typed === undefined ? problemPage(details, asked) : lostSessionPage(details, typed, asked), status);
}

/** GET /: for who comes without a link. */
export async function showHome(): Promise<Answer> {
  return page(homePage(await whomToAsk()));
}

async function whomToAsk(): Promise<ToAsk> {
  return (await import('./office.ts')).currentOffice();
}

const ofTheFormItself = /^(key|basedOn|act|sheet|pasted(\..*)?)$/;

const sessionLost = new Set(['no-session', 'too-many-refused']);

type Typed = Posted & { answers: Answers; unknown: string[] };

function typedIn(request: Request): Typed {
  const posted = postedBy(request);
  for (const [field, text] of fillsIn(posted.fields.get('act') ?? '')) posted.fields.set(field, text);
  return { ...posted, ...answersFrom([...posted.fields].filter(([name]) => !ofTheFormItself.test(name))) };
}

/** To be given back to whoever typed it; undefined where the form cannot be read. */
function textTypedIn(request: Request): string | undefined {
  try {
    return typedText(typedIn(request).answers);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

async function answerTo(
  room: Room,
  request: Request,
  { fields, file, answers: ofForm, unknown, ...admitted }: Typed & Admitted,
): Promise<Answer> {
  const { asked, shown } = admitted;
  if (unknown.length > 0)
    throw problem.unknownFields(unknown.map(field => ({ field, message: 'Không có trường này.' })));
  const answers = await withListsHandedIn(ofForm, admitted);
  const typed = { key: fields.get('key'), basedOn: Number(fields.get('basedOn')), answers };
  const handing = HandIn.safeParse(typed).data;
  const wrong = wrongWith(answers, file);
  const [name = '', ...about] = (fields.get('act') ?? 'hand-in').split(' ');
  if (wrong || !handsIn(name)) await shown();
  const done: Done = wrong
    ? { kind: 'again', answers, said: { problem: wrong } }
    : await act(room, name, {
        ...admitted,
        handing: handing ?? checked(typed, HandIn),
        receivedAt: request.receivedAt,
        pasted: fields.get(['pasted', ...about].join('.')) ?? '',
        file,
        about,
      });
  if (done.kind === 'accepted') return seeOther(`${formAddress(admitted.session.head)}/receipt/${typed.key}`);
  // Anew, as the act may have changed it, or a colleague.
  const { head } = await enter(room.table, request);
  if (done.kind === 'late')
    return page(closed(asked, head, { unsent: answers, problem: problem.tooLate().details }), 409);
  const { said } = done;
  // A key that was used is never handed out again: to look at one's part after handing in is no way to use it twice.
  const key = done.key === undefined || head.usedKeys?.has(done.key) || head.key === done.key ? newKey() : done.key;
  const model = await formModel(room, asked, head, { answers: done.answers, key, now: request.receivedAt });
  const faults = named(said.problem?.faults ?? [], asked.owed);
  return page(formPage({ ...model, ...said, faults, pressed: true }), said.problem?.status ?? 200);
}

/** What no button of the form may be pressed with: what is out of shape, or more than is kept. */
function wrongWith(answers: Answers, file: Uint8Array | undefined): ProblemDetails | undefined {
  if (file && file.byteLength > heaviestSheet) return problem.sheetTooLarge(file.byteLength, heaviestSheet).details;
  if (weightOf(answers) > heaviestAnswers) return problem.tooLarge().details;
  const misshapen = faultsIn(answers, Answers);
  return misshapen.length > 0 ? problem.faultyAnswers(misshapen).details : undefined;
}

function isClosed({ period }: Asked, head: Head, now: number): boolean {
  return head.fencedAt !== undefined || isLate(period, now);
}

type Closing = { unsent: Answers | undefined; problem?: ProblemDetails };

function closed(asked: Asked, head: Head, { unsent, problem }: Closing): string {
  const { revision, receivedAt = 0, submission, outside, fencedAt } = head;
  return closedPage({
    ...unitPage(asked, head),
    deadline: asked.period.deadline,
    standing: fencedAt === undefined ? 'awaited' : outside ? 'outside' : 'inside',
    handedIn: submission && { revision, receivedAt, items: itemsOf(asked.owed, submission, asked.past) },
    late: unsent && typedText(unsent, { owed: asked.owed, term: asked.period.month }),
    ...(problem ? { problem } : {}),
  });
}
