import { wantedCorrection } from '../../shared/aws/correcting.ts';
import { askForCorrection, correctionsOfUnit } from '../../shared/aws/corrections.ts';
import { periodNamed } from '../../shared/aws/periods.ts';
import { correctable } from '../../shared/domain/collection/correction.ts';
import { formAddress } from '../../shared/domain/collection/form-address.ts';
import { mayBeCorrected } from '../../shared/domain/office/period.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { type CorrectPage, correctPage, correctPageAsked } from '../../templates/pages/correct.ts';
import { unitPage } from './form-model.ts';
import { askedOf, type Room } from './room.ts';
import { enter } from './session.ts';

/** GET …/correct: what of the unit's part in a letter that went out can be corrected; with `field`, the form for one. */
export async function showCorrect(room: Room, request: Request): Promise<Answer> {
  const found = await correcting(room, request);
  if (!found) return seeOther(request.path.replace(/\/correct$/, ''));
  return page(correctPageAsked(found.shown, request.event.queryStringParameters ?? {}));
}

/** POST to the same: asks for a correction. What is wrong with it is said beside what was typed; the same asked twice is asked once. */
export async function askToCorrect(room: Room, request: Request): Promise<Answer> {
  const found = await correcting(room, request);
  if (!found) return seeOther(request.path.replace(/\/correct$/, ''));
  const { shown, ...of } = found;
  const wanted = await wantedCorrection(room.table, { ...of, typed: formOf(request), now: request.receivedAt });
  if (wanted.kind === 'refused') return page(correctPage({ ...shown, chosen: wanted }), 422);
  const asked = await askForCorrection(room.table, of.period, wanted.correction);
  return seeOther(asked ? `${shown.at}?asked=${asked.number}` : shown.at);
}

/** Undefined where there is nothing to correct: the letter has not gone out, or the unit is not in it. */
async function correcting({ table }: Room, request: Request) {
  const { session, head } = await enter(table, request);
  const asked = await askedOf({ table }, session.head);
  const period = await periodNamed(table, asked.period);
  if (!period || !mayBeCorrected(period) || !head.answers || head.outside) return undefined;
  const { department, owed } = asked;
  const at = formAddress(head);
  const shown: CorrectPage = {
    ...unitPage(asked, head),
    at: `${at}/correct`,
    back: { to: at, name: 'Bản đã nộp' },
    correctable: correctable(owed, head.answers),
    corrections: await correctionsOfUnit(table, session.head),
    bundled: new Set(),
  };
  return { shown, period, department, head, owed };
}
