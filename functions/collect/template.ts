import { sheetHeading } from '../../shared/domain/collection/pasted.ts';
import { type Answer, download } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { xlsx } from '../../templates/sheet.ts';
import { askedOf, type Room } from './room.ts';
import { enter } from './session.ts';

/** GET …/template: the unit's figures as a sheet to fill; what stands in "Số liệu" comes back with the upload. */
export async function sendTemplate(room: Room, request: Request): Promise<Answer> {
  const { session } = await enter(room.table, request);
  const { owed, period } = await askedOf(room, session.head);
  const rows = owed.indicators.map(({ code, name, unitOfMeasure }) => [code, name, unitOfMeasure, '']);
  const content = await xlsx({ name: 'Số liệu', rows: [sheetHeading, ...rows] });
  return download(content, {
    name: `so-lieu-${session.head.unit}-${period.month}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
