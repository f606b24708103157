import { wake } from '../../shared/aws/archive.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { decideRecall } from '../../shared/aws/recalls.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { Recall } from '../../shared/domain/compilation/recall.ts';
import { asIssued } from '../../shared/domain/issuing/issued-edition.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { problem } from '../../shared/domain/problem.ts';
import { reasonTyped } from '../../shared/domain/text/reason.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import { type Request, wantsJson } from '../../shared/http/request.ts';
import { beforeRecallPage } from '../../templates/pages/recall.ts';
import { backSaying } from './outcome.ts';
import { periodAsked } from './pages.ts';
import { saidOf } from './resend.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /board/{report}/{month}/recall: asks before a letter that went out is recalled, or one that is recalled stands again. */
export async function askToRecall(room: Room, request: Request): Promise<Answer> {
  const { department } = await atTheBoard(room, request, 'coordinate');
  const period = await periodAsked(room, request);
  const edition = await issued(room, period);
  return page(beforeRecallPage({ department: department.name, period, edition }));
}

/**
 * POST to the same, with `decided`: what is decided of the letter that went out last. One write decides; who had the letter is told
 * by mail, each once. Decided already, nothing is done.
 */
export async function recall(room: Room, request: Request): Promise<Answer> {
  const { staff, department } = await atTheBoard(room, request, 'coordinate');
  const { table, archive } = room;
  const period = await periodAsked(room, request);
  const form = formOf(request);
  const edition = await issued(room, period);
  const decided = Recall.shape.decided.safeParse(form.get('decided')).data;
  if (!decided) throw problem.notFound();
  const typed = form.get('reason') ?? '';
  const reason = reasonTyped(typed);
  if (!reason.success) {
    const wrong = `Hãy ghi lý do: ${saidOf(reason.error)}.`;
    if (wantsJson(request)) throw problem.faultyFields([{ field: 'reason', message: wrong }]);
    return page(beforeRecallPage({ department: department.name, period, edition, typed, wrong }), 422);
  }
  const wanted = { decided, reason: reason.data, who: staff.id, at: request.receivedAt };
  const done = await decideRecall(table, period, wanted);
  await wake(archive, 'filed', period);
  return backSaying(period, { act: 'recall', decided, done });
}

/** The letter that went out last. @throws Problem 404 where none has */
async function issued({ table }: Room, period: Period): Promise<Edition> {
  const edition = period.state === 'issued' ? (await editionsOf(table, period)).at(-1) : undefined;
  if (!edition) throw problem.notFound();
  return asIssued(edition);
}
