import { wake } from '../../shared/aws/archive.ts';
import { wantedCorrection } from '../../shared/aws/correcting.ts';
import { askForCorrection, correctionsOfUnit } from '../../shared/aws/corrections.ts';
import { departmentPublished } from '../../shared/aws/departments.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { correctable } from '../../shared/domain/collection/correction.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { owedBy, reportNamed } from '../../shared/domain/office/owing.ts';
import { mayBeCorrected } from '../../shared/domain/office/period.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { type CorrectPage, correctPage, correctPageAsked } from '../../templates/pages/correct.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /board/{report}/{month}/units/{unit}/correct: what a coordinator asks to have corrected in a unit's place. */
export async function showCorrect(room: Room, request: Request): Promise<Answer> {
  const { shown } = await correcting(room, request);
  return page(correctPageAsked(shown, request.event.queryStringParameters ?? {}));
}

/** POST to the same: asks for a correction, and the trail says who did so for the unit. */
export async function askToCorrect(room: Room, request: Request): Promise<Answer> {
  const { shown, ...of } = await correcting(room, request);
  const wanted = await wantedCorrection(room.table, { ...of, typed: formOf(request), now: request.receivedAt });
  if (wanted.kind === 'refused') return page(correctPage({ ...shown, chosen: wanted }), 422);
  const asked = await askForCorrection(room.table, of.period, wanted.correction);
  await wake(room.archive, 'filed', of.period);
  return seeOther(asked ? `${shown.at}?asked=${asked.number}` : shown.at);
}

/** @throws Problem 404 where there is nothing to correct: no letter went out, or the unit is not in it */
async function correcting(room: Room, request: Request) {
  const { staff, department: office } = await atTheBoard(room, request, 'coordinate');
  const period = await periodAsked(room, request);
  const unit = period.units.find(({ id }) => id === request.parameters.unit);
  const head = unit && mayBeCorrected(period) ? await headOf(room.table, { ...period, unit: unit.id }) : undefined;
  const department = await departmentPublished(room.archive, period.definition);
  const definition = reportNamed(department, period.report);
  if (!unit || !head?.answers || head.outside || !definition) throw problem.notFound();
  const owed = owedBy(definition, unit.id, period.month);
  const at = `/board/${period.report}/${period.month}/units/${unit.id}`;
  const shown: CorrectPage = {
    ...{ department: office.name, report: definition.name, document: documentInWords(definition.document) },
    ...{ month: period.month, unit: unit.name, at: `${at}/correct`, back: { to: at, name: unit.name } },
    correctable: correctable(owed, head.answers),
    corrections: await correctionsOfUnit(room.table, { ...period, unit: unit.id }),
    bundled: new Set(),
  };
  return { shown, period, department, head, owed, by: staff.id };
}
