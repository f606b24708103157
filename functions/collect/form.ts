import { keepPressed } from '../../shared/aws/drafts.ts';
import { hasTaken } from '../../shared/aws/heads.ts';
import { Answers, HandIn } from '../../shared/domain/collection/answers.ts';
import { askedOnly } from '../../shared/domain/collection/draft.ts';
import { fillsIn } from '../../shared/domain/collection/fills.ts';
import { answersFrom } from '../../shared/domain/collection/form.ts';
import { formAddress } from '../../shared/domain/collection/form-address.ts';
import { notOwed } from '../../shared/domain/collection/submission.ts';
import { keepableAnswers, withUnkeepable } from '../../shared/domain/collection/typed-fields.ts';
import { typedText } from '../../shared/domain/collection/typed-text.ts';
import { heaviestAnswers, heaviestSheet, weightOf } from '../../shared/domain/collection/weight.ts';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import { type Fault, Problem, type ProblemDetails, problem } from '../../shared/domain/problem.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import { bringsFile, checked, faultsIn, type Posted, postedBy } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { isToken, newKey } from '../../shared/token.ts';
import { formPage } from '../../templates/pages/form.ts';
import { homePage } from '../../templates/pages/home.ts';
import { linkPage } from '../../templates/pages/link.ts';
import { lostSessionPage } from '../../templates/pages/lost-session.ts';
import { problemPage } from '../../templates/pages/problem.ts';
import type { Acting } from './acting.ts';
import { act, handsIn } from './acts.ts';
import { closed, isClosed } from './closed.ts';
import { type Admitted, admitting } from './entrance.ts';
import { leaving } from './form-cookies.ts';
import { formModel } from './form-model.ts';
import { tooLate } from './hand-in.ts';
import { withListsHandedIn } from './lists-handed-in.ts';
import { type Asked, askedOf, type Room } from './room.ts';
import { textOfSaid } from './said.ts';
import { browserOf, enter, sessionFor } from './session.ts';
import { fillingOf, typedBeside } from './shown.ts';

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

/**
 * GET /form/{report}/{month}/{unit}: what the unit is asked, with what was typed last, its draft, or what it handed in; after the close,
 * what is in the letter.
 */
export async function showForm(room: Room, request: Request): Promise<Answer> {
  const entered = await enter(room.table, request);
  const { session, head } = entered;
  const asked = await askedOf(room, session.head);
  const beside = await typedBeside(room, request, entered);
  if (isClosed(asked, head, request.receivedAt)) return page(closed(asked, head, beside));
  const filling = fillingOf({ asked, head, beside }, request.event.queryStringParameters ?? {});
  return page(formPage(await formModel(room, asked, head, { ...filling, now: request.receivedAt })));
}

/**
 * POST to the same: hands in, or does what another button of the form says, and leads on to the page that says so. Whatever is wrong,
 * what was typed comes back.
 */
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
export async function showHome({ event }: Request): Promise<Answer> {
  return page(homePage(await whomToAsk(), event.queryStringParameters?.left !== undefined));
}

async function whomToAsk(): Promise<ToAsk> {
  return (await import('./office.ts')).currentOffice();
}

const ofTheFormItself = /^(key|basedOn|seen|act|sheet|pasted(\..*)?)$/;

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
  const wrong = wrongWith(answers, file) ?? (await unkept(answers, admitted, request.receivedAt));
  if (wrong) {
    await shown();
    return givenBack(room, request, { asked, answers, problem: wrong });
  }
  const handing = checked(typed, HandIn);
  const [name = '', ...about] = (fields.get('act') ?? 'check').split(' ');
  if (!handsIn(name)) await shown();
  const acting: Acting = {
    ...{ ...admitted, handing, receivedAt: request.receivedAt, file, about },
    pasted: fields.get(['pasted', ...about].join('.')) ?? '',
    seen: fields.has('seen') ? Number(fields.get('seen')) || 0 : undefined,
  };
  const done = await act(room, name, acting);
  const at = formAddress(admitted.session.head);
  if (done.kind === 'accepted') return seeOther(`${at}/receipt/${typed.key}`);
  if (done.kind === 'late') return seeOther(at);
  if (done.kind === 'left') return seeOther('/?left=1', leaving(admitted.session.head));
  // Anew, as the act may have changed it, or a colleague.
  const { head } = await enter(room.table, request);
  const { answers: left, said, basedOn = handing.basedOn } = done;
  // A key that was used is never handed out again: to look at one's part after handing in is no way to use it twice.
  const key = done.key === undefined || hasTaken(head, done.key) ? newKey() : done.key;
  const pressed = {
    ...{ answers: keepableAnswers(askedOnly(left, asked.owed)), key, basedOn, seen: done.seen ?? acting.seen ?? 0 },
    ...{ at: request.receivedAt, said: textOfSaid(said) },
  };
  const kept = await keepPressed(room.table, { session: admitted.session, browser: browserOf(request), pressed });
  // Closed in this very moment: what was typed is kept all the same.
  if (!kept) await tooLate(room.table, { ...acting, handing: { ...handing, answers: left } });
  return seeOther(kept ? `${at}${done.kind === 'check' ? '/check' : ''}?typed=${key}` : at);
}

/** What cannot be kept to be shown by another address is answered at once. */
async function givenBack(
  room: Room,
  request: Request,
  { asked, answers, problem }: { asked: Asked; answers: Answers; problem: ProblemDetails },
): Promise<Answer> {
  const { head } = await enter(room.table, request);
  const resting = { key: newKey(), basedOn: head.revision, seen: head.draftedAt ?? 0 };
  const filling = { answers, ...resting, shows: 'typed' as const, said: { problem, pressed: true } };
  const model = await formModel(room, asked, head, { ...filling, now: request.receivedAt });
  return page(formPage(model), problem.status);
}

/** What no button of the form may be pressed with: what is out of shape, or more than is kept. */
function wrongWith(answers: Answers, file: Uint8Array | undefined): ProblemDetails | undefined {
  if (file && file.byteLength > heaviestSheet) return problem.sheetTooLarge(file.byteLength, heaviestSheet).details;
  if (weightOf(answers) > heaviestAnswers) return problem.tooLarge().details;
  return faultsOf(faultsIn(answers, Answers));
}

/** What is never kept anywhere: what the unit is not asked, and what no text is kept with. Of what comes too late it is left out instead. */
async function unkept(answers: Answers, { asked, shown }: Admitted, now: number): Promise<ProblemDetails | undefined> {
  const faults = [...notOwed(answers, asked.owed), ...withUnkeepable(answers, asked.owed.lists)];
  return faults.length > 0 && !isClosed(asked, await shown(), now) ? faultsOf(faults) : undefined;
}

function faultsOf(faults: Fault[]): ProblemDetails | undefined {
  return faults.length > 0 ? problem.faultyAnswers(faults).details : undefined;
}
