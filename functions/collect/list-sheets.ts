import type { Answers, TypedRow } from '../../shared/domain/collection/answers.ts';
import { inALine } from '../../shared/domain/collection/cells.ts';
import { listOfSheet } from '../../shared/domain/collection/list-sheets.ts';
import { withRows } from '../../shared/domain/collection/rows-edited.ts';
import { isBlank } from '../../shared/domain/collection/rows-from.ts';
import { rowsPasted } from '../../shared/domain/collection/rows-pasted.ts';
import type { List } from '../../shared/domain/office/list.ts';
import { own } from '../../shared/domain/text/own.ts';
import type { SheetRead } from '../../shared/xlsx.ts';

/** What sheets fill in of lists: the answers with their rows, what is told of it, and the sheets that are of no list. */
export type ListsFilled = { answers: Answers; told: string; unused: string[]; others: SheetRead[] };

/**
 * The rows of a sheet take the place of its list's, since a workbook is handed out with those that are there; rows that it no longer has
 * are told, so that none is gone unseen. A sheet without rows changes nothing.
 */
export function listsFilled(typed: Answers, sheets: SheetRead[], lists: List[]): ListsFilled {
  const found = sheets.map(sheet => ({ sheet, list: listOfSheet(sheet, lists) }));
  let answers = typed;
  const told: string[] = [];
  const unused: string[] = [];
  for (const { sheet, list } of found) {
    if (!list) continue;
    const { rows, unread } = rowsPasted(sheet.rows, list);
    unused.push(...unread.map(row => `${list.name}: ${row}`));
    if (rows.length === 0) {
      told.push(`Trong tệp không có dòng nào của ${list.name}, giữ nguyên các dòng đang có.`);
      continue;
    }
    unused.push(...rowsGone(own(answers.lists ?? {}, list.id) ?? [], rows, list));
    told.push(`Đã điền ${rows.length} dòng vào ${list.name}, chưa nộp; hãy xem lại từng dòng.`);
    answers = withRows(answers, list.id, rows);
  }
  const others = found.flatMap(({ sheet, list }) => (list ? [] : [sheet]));
  return { answers, told: told.join(' '), unused, others };
}

/** Rows that stood there before under a name, their first cell, that none bears now. */
function rowsGone(before: TypedRow[], now: TypedRow[], { name, columns }: List): string[] {
  const first = columns[0]?.code ?? '';
  const kept = new Set(now.map(row => row[first]));
  return before
    .filter(row => !isBlank(row) && !kept.has(row[first]))
    .map(row => `${name}, dòng đã có mà tệp không có: ${inALine(Object.values(row))}`);
}
