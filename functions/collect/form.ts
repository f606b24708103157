import { currentDepartment } from '../../shared/aws/departments.ts';
import { revisionsOf } from '../../shared/aws/submissions.ts';
import { type Answers, HandIn } from '../../shared/domain/answers.ts';
import { answersFrom } from '../../shared/domain/form.ts';
import { type ProblemDetails, problem } from '../../shared/domain/problem.ts';
import type { Owed } from '../../shared/domain/submission.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import { checked, formOf } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { newKey } from '../../shared/token.ts';
import { formPage } from '../../templates/pages/form.ts';
import { homePage } from '../../templates/pages/home.ts';
import { linkPage } from '../../templates/pages/link.ts';
import { receiptPage } from '../../templates/pages/receipt.ts';
import { draftOf, formModel } from './form-model.ts';
import { type Handing, takeDown } from './hand-in.ts';
import { askedOf, type Room } from './room.ts';
import { headOfSession, sessionFor, sessionOf } from './session.ts';

/** GET /link/{token}: one button. Mail scanners open links, so nothing is looked up and nothing changes. */
export function showLink(request: Request): Answer {
  return page(
    linkPage({
      title: 'Báo cáo hằng tháng',
      explanation: 'Bấm nút dưới đây để mở biểu mẫu của đơn vị.',
      button: 'Mở biểu mẫu',
      action: `/link/${request.parameters.token}`,
    }),
  );
}

/** POST /link/{token}: the link for a session. */
export async function exchangeLink(room: Room, request: Request): Promise<Answer> {
  return seeOther('/form', [await sessionFor(room.table, request.parameters.token ?? '', request.receivedAt)]);
}

/** GET /form: what the unit is asked, with what it handed in last. */
export async function showForm(room: Room, request: Request): Promise<Answer> {
  const session = await sessionOf(room.table, request);
  const asked = await askedOf(room, session.head);
  const head = await headOfSession(room.table, session, request.receivedAt);
  return page(
    formPage(
      await formModel(room, asked, head, {
        answers: head.answers ?? noAnswers,
        key: newKey(),
        now: request.receivedAt,
      }),
    ),
  );
}

/** POST /form: hands in. Whatever is wrong, what was typed comes back. */
export async function postForm(room: Room, request: Request): Promise<Answer> {
  const session = await sessionOf(room.table, request);
  const asked = await askedOf(room, session.head);
  const typed = handingFrom(formOf(request), asked.owed);
  const outcome = await takeDown(room, { session, asked, handing: typed, receivedAt: request.receivedAt });
  if (outcome.kind === 'accepted') return seeOther(`/receipt/${typed.key}`);
  const head = await headOfSession(room.table, session, request.receivedAt);
  const again = async (details: ProblemDetails, key = newKey()) => {
    const model = await formModel(room, asked, head, { answers: typed.answers, key, now: request.receivedAt });
    const newer = outcome.kind === 'changed' ? outcome.newest.submission : undefined;
    return page(formPage({ ...model, problem: details, newer }), details.status);
  };
  if (outcome.kind === 'refused') return again(problem.faultyAnswers(outcome.faults).details, typed.key);
  return again((outcome.kind === 'late' ? problem.tooLate() : problem.changedMeanwhile()).details);
}

/** GET /receipt/{key}: whether an act of handing in was taken, and what was taken down. */
export async function showReceipt(room: Room, request: Request): Promise<Answer> {
  const session = await sessionOf(room.table, request);
  const asked = await askedOf(room, session.head);
  const head = await headOfSession(room.table, session, request.receivedAt);
  const revision = (await revisionsOf(room.table, session.head)).find(({ key }) => key === request.parameters.key);
  if (!revision?.submission || !revision.key || !revision.hash) throw problem.unknownReceipt();
  return page(
    receiptPage({
      department: asked.department.name,
      report: asked.definition.name,
      unit: asked.unitName,
      month: asked.period.month,
      key: revision.key,
      hash: revision.hash,
      revision: revision.revision,
      receivedAt: revision.receivedAt ?? 0,
      newest: revision.revision === head.revision,
      ...asked.owed,
      submission: revision.submission,
      draft: draftOf(head),
    }),
  );
}

/** GET /: for who comes without a link. */
export async function showHome(room: Room): Promise<Answer> {
  return page(homePage((await currentDepartment(room.archive))?.department.name ?? 'Tổng hợp'));
}

const noAnswers: Answers = { figures: {}, outcomes: {} };

const ofTheFormItself = new Set(['key', 'basedOn', 'nothing']);

function handingFrom(fields: URLSearchParams, owed: Owed): Handing['handing'] {
  const { answers, unknown } = answersFrom([...fields].filter(([name]) => !ofTheFormItself.has(name)));
  if (unknown.length > 0)
    throw problem.unknownFields(unknown.map(field => ({ field, message: 'Không có trường này.' })));
  const figures = fields.get('nothing') === 'all' ? nothingArisen(owed) : answers.figures;
  const handing = { key: fields.get('key'), basedOn: Number(fields.get('basedOn')), answers: { ...answers, figures } };
  return checked(handing, HandIn);
}

/** "Không phát sinh" for every figure, in one step. */
function nothingArisen({ indicators }: Owed): Answers['figures'] {
  return Object.fromEntries(indicators.map(({ code }) => [code, { state: 'none' }]));
}
