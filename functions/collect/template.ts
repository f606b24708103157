import { draftKept, lateKept, stillUnsent } from '../../shared/aws/drafts.ts';
import { sheetNamesOf } from '../../shared/domain/collection/list-sheets.ts';
import { sheetHeading } from '../../shared/domain/collection/pasted.ts';
import { type Answer, download } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { rowsSheet } from '../../templates/rows-sheet.ts';
import { workbook, xlsxType } from '../../templates/sheet.ts';
import { askedLists } from './form-model.ts';
import { askedOf, type Room } from './room.ts';
import { enter } from './session.ts';
import { savedAnswers } from './shown.ts';

/** GET …/template: the unit's figures as a sheet to fill, and a sheet for each list with the rows that its form shows. */
export async function sendTemplate(room: Room, request: Request): Promise<Answer> {
  const { session, head } = await enter(room.table, request);
  const asked = await askedOf(room, session.head);
  const { owed, period } = asked;
  const [draft, late] = await Promise.all([
    draftKept(room.table, session.head, head),
    lateKept(room.table, session.head, head),
  ]);
  const answers = savedAnswers(head, stillUnsent(late, head, draft) ?? draft);
  const rows = owed.indicators.map(({ code, name, unitOfMeasure }) => [code, name, unitOfMeasure, '']);
  const figures = rows.length > 0 ? [{ name: 'Số liệu', rows: [sheetHeading, ...rows] }] : [];
  const names = sheetNamesOf(owed.lists ?? []);
  const lists = (await askedLists(room, asked, { head, answers })).map(({ list, rows }, at) =>
    rowsSheet(names[at] ?? list.id, list, rows),
  );
  const content = await workbook([...figures, ...lists]);
  return download(content, {
    name: `so-lieu-${session.head.unit}-${period.month}.xlsx`,
    mediaType: xlsxType,
  });
}
