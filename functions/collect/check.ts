import { pressedIn } from '../../shared/aws/drafts.ts';
import { hasTaken } from '../../shared/aws/heads.ts';
import { formAddress } from '../../shared/domain/collection/form-address.ts';
import { fieldsFrom } from '../../shared/domain/collection/form-fields.ts';
import { remarksOnTexts } from '../../shared/domain/collection/reading/texts-read.ts';
import { accept } from '../../shared/domain/collection/submission.ts';
import { unansweredIn } from '../../shared/domain/collection/unanswered.ts';
import { differences, itemsOf } from '../../shared/domain/letter/items.ts';
import { closesFor } from '../../shared/domain/office/period.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { checkPage } from '../../templates/pages/check.ts';
import { isClosed } from './closed.ts';
import { saidBefore, unitPage } from './form-model.ts';
import { askedOf, type Room } from './room.ts';
import { saidBy } from './said.ts';
import { browserOf, enter } from './session.ts';

/** GET …/check: what would be handed in, in the words of the letter, to be confirmed; what was handed in already leads to its receipt. */
export async function showCheck(room: Room, request: Request): Promise<Answer> {
  const { session, head } = await enter(room.table, request);
  const asked = await askedOf(room, session.head);
  const { owed, past, period } = asked;
  const at = formAddress(head);
  const { typed = '' } = request.event.queryStringParameters ?? {};
  if (hasTaken(head, typed)) return seeOther(`${at}/receipt/${typed}`);
  const pressed = await pressedIn(room.table, session.head, { head, browser: browserOf(request) });
  if (pressed?.key !== typed || isClosed(asked, head, request.receivedAt)) return seeOther(at);
  const { answers, key, basedOn } = pressed;
  const verdict = accept(answers, owed, past);
  if (verdict.kind === 'refused') return seeOther(`${at}?typed=${key}`);
  const { submission } = verdict;
  const items = itemsOf(owed, submission, past);
  const { submission: earlier } = await saidBefore(room, asked, head);
  return page(
    checkPage({
      ...unitPage(asked, head),
      ...{ key, basedOn, deadline: closesFor(period, head), now: request.receivedAt },
      fields: fieldsFrom(answers),
      items,
      empty: unansweredIn(owed.tasks, submission),
      remarks: remarksOnTexts(submission, { tasks: owed.tasks, term: period.month, earlier }),
      taken: saidBy(pressed.said, { asked, head, answers, draft: undefined }).taken ?? [],
      before: head.submission && {
        revision: head.revision,
        receivedAt: head.receivedAt ?? 0,
        differences: differences(itemsOf(owed, head.submission, past), items),
      },
    }),
  );
}
