import { revisionOfKey, revisionsOf } from '../../shared/aws/submissions.ts';
import { unansweredIn } from '../../shared/domain/collection/unanswered.ts';
import { handedInBy } from '../../shared/domain/letter/handed-in.ts';
import { itemsOf } from '../../shared/domain/letter/items.ts';
import { closesFor } from '../../shared/domain/office/period.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { historyPage } from '../../templates/pages/history.ts';
import { receiptPage } from '../../templates/pages/receipt.ts';
import { draftOf, unitPage } from './form-model.ts';
import { proofOfReceipt } from './proof.ts';
import { askedOf, type Room } from './room.ts';
import { enter } from './session.ts';

/** GET …/receipt/{key}: whether an act of handing in was taken, and what was taken down. */
export async function showReceipt(room: Room, request: Request): Promise<Answer> {
  const { session, head } = await enter(room.table, request);
  const asked = await askedOf(room, session.head);
  const { key = '' } = request.parameters;
  const revision = await revisionOfKey(room.table, session.head, { head, key });
  if (!revision?.submission || !revision.key || !revision.hash) throw problem.unknownReceipt();
  return page(
    receiptPage({
      ...unitPage(asked, head),
      key: revision.key,
      hash: revision.hash,
      revision: revision.revision,
      receivedAt: revision.receivedAt ?? 0,
      newest: revision.revision === head.revision,
      items: itemsOf(asked.owed, revision.submission, asked.past),
      empty: unansweredIn(asked.owed.tasks, revision.submission),
      ...{ deadline: closesFor(asked.period, head), now: request.receivedAt },
      draft: draftOf(head),
      proof: await proofOfReceipt(room, head, revision),
    }),
  );
}

/** GET …/history: every time the unit handed in, and what it changed. */
export async function showHistory(room: Room, request: Request): Promise<Answer> {
  const { session } = await enter(room.table, request);
  const asked = await askedOf(room, session.head);
  const revisions = await revisionsOf(room.table, session.head);
  return page(historyPage({ ...unitPage(asked, session.head), revisions: handedInBy(revisions, asked) }));
}
