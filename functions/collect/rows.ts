import type { TypedRow } from '../../shared/domain/collection/answers.ts';
import { rowsOf } from '../../shared/domain/collection/cells.ts';
import { filledRows, withMore, withRows } from '../../shared/domain/collection/rows-edited.ts';
import { rowsPasted } from '../../shared/domain/collection/rows-pasted.ts';
import { type List, mostRows } from '../../shared/domain/office/list.ts';
import { own } from '../../shared/domain/text/own.ts';
import { type Acting, type Again, again, type Done } from './acting.ts';
import type { Room } from './room.ts';
import type { Kept } from './said.ts';

/** The acts that change how many rows a list has. Nothing is handed in by them. */

export async function addRows(_: Room, acting: Acting): Promise<Done> {
  return withRowsChanged(acting, (rows, { most = mostRows }) => ({ rows: withMore(rows, most) }));
}

export async function dropRow(_: Room, acting: Acting): Promise<Done> {
  return withRowsChanged(acting, rows => ({ rows: rows.filter((_, at) => String(at) !== acting.about[1]) }));
}

/** After those that are there: none of them is taken away by it. */
export async function addPastedRows(_: Room, acting: Acting): Promise<Done> {
  return withRowsChanged(acting, (rows, list) => {
    const filled = filledRows(rows);
    const room = (list.most ?? mostRows) - filled.length;
    const pasted = rowsPasted(rowsOf(acting.pasted), list, { room });
    const notice = `Đã thêm ${pasted.rows.length} dòng vào ${list.name}, chưa nộp; hãy xem lại từng dòng.`;
    return { rows: [...filled, ...pasted.rows], said: { notice, unused: pasted.unread } };
  });
}

/** A list that the unit does not owe stays as it is. */
function withRowsChanged(
  { handing, asked, about }: Acting,
  change: (rows: TypedRow[], list: List) => { rows: TypedRow[]; said?: Kept },
): Again {
  const { answers, key } = handing;
  const list = asked.owed.lists?.find(({ id }) => id === about[0]);
  if (!list) return again(answers, {}, key);
  const { rows, said = {} } = change(own(answers.lists ?? {}, list.id) ?? [], list);
  return again(withRows(answers, list.id, rows), said, key);
}
