/// <reference lib="dom" />
import type { TypedRow } from '../../../shared/domain/collection/answers.ts';
import { rowsOf } from '../../../shared/domain/collection/cells.ts';
import { type Pasting, rowsPasted } from '../../../shared/domain/collection/rows-pasted.ts';
import type { ListRow } from '../../../shared/domain/figures/asking.ts';
import { type List, mostRows } from '../../../shared/domain/office/list.ts';
import { buttonFor } from './button.ts';
import { cellsIn } from './clipboard.ts';
import type { Draftable } from './draft.ts';
import { listRows } from './list-rows.ts';
import { type CellField, columnOf } from './row-cells.ts';
import { unusedRows } from './unused.ts';

/** A list of the form whose rows come and go. */
export type AttendedList = {
  list: List;
  draft: Draftable;
  /** Its rows as far as they can be taken down. */
  taken: () => ListRow[];
};

/** Milliseconds without a key after which what goes over all rows is told. */
const pause = 150;

/**
 * Adds rows to a list, takes them out, pastes them and goes through them with Enter and the arrows, all at once on the page; what is
 * wrong with a row, what is computed of it and what all come to is told while it is typed, by the domain's own functions. There is one
 * listener for all rows.
 */
export function attendList(place: HTMLElement, list: List, changed: (list: AttendedList) => void): AttendedList {
  const rows = listRows(place, list);
  const most = list.most ?? mostRows;
  const served = JSON.stringify(rows.served());
  const attended: AttendedList = {
    list,
    draft: {
      name: `lists.${list.id}`,
      value: () => JSON.stringify(rows.typed()),
      served: () => served,
      fill: text => {
        rows.put(JSON.parse(text), 0);
        later();
      },
    },
    taken: rows.taken,
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    clearTimeout(waiting);
    waiting = undefined;
    rows.tellSums();
    changed(attended);
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, pause);
  };
  const tellWhatWaits = () => {
    if (waiting !== undefined) tell();
  };
  const put = (typed: TypedRow[], from = 0, stay = false) => {
    rows.put(typed, from, stay);
    tell();
  };

  const paste = (cells: string[][], at: number, pasting: Pasting = {}) => {
    const before = rows.typed();
    const pasted = rowsPasted(cells, list, { ...pasting, room: most - at });
    put(pasted.rows, at, true);
    say(
      place,
      `Đã điền ${pasted.rows.length} dòng, chưa nộp; hãy xem lại từng dòng.`,
      () => put(before),
      pasted.unread,
    );
  };
  const acts: Record<string, (button: Element) => void> = {
    'more-rows': () => {
      const filled = rows.typed().length;
      rows.add();
      if (filled < most) rows.goTo(filled);
      else say(place, `Đã đủ ${most} dòng.`);
    },
    'drop-row': button => {
      const row = rows.rowAt(button);
      if (!row) return;
      const before = rows.typed();
      const at = row.sectionRowIndex;
      rows.take(row);
      if (JSON.stringify(rows.typed()) !== JSON.stringify(before))
        say(place, `Đã bỏ dòng ${at + 1}.`, () => put(before));
      rows.goTo(at);
      tell();
    },
    'paste-rows': () => {
      const text = place.querySelector('textarea');
      paste(rowsOf(text?.value ?? ''), rows.typed().length);
      if (text) text.value = '';
    },
  };

  place.addEventListener('click', event => {
    const button = (event.target as Element).closest('button');
    const act = acts[button?.value.split(' ')[0] ?? ''];
    if (!button || !act) return;
    event.preventDefault();
    act(button);
  });
  place.addEventListener('input', ({ target }) => {
    const row = rows.rowAt(target);
    if (!row) return;
    rows.touch(row);
    later();
  });
  place.addEventListener('keydown', event => {
    const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = rows.rowAt(event.target);
    if (!by || !row || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    rows.goTo(row.sectionRowIndex + by, columnOf(event.target));
  });
  place.addEventListener('paste', event => {
    const row = rows.rowAt(event.target);
    const { rows: cells } = cellsIn(event.clipboardData);
    if (!row || (cells.length < 2 && (cells[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    paste(cells, row.sectionRowIndex, { from: columnOf(event.target as CellField) });
  });
  // A page may end at once that is sent or hidden: a phone ends those it has hidden.
  place.closest('form')?.addEventListener('submit', tellWhatWaits);
  for (const hidden of ['visibilitychange', 'pagehide']) addEventListener(hidden, tellWhatWaits);
  return attended;
}

/** What was done, the way back to what stood there before, and what of a sheet was not used. */
function say(place: Element, said: string, back?: () => void, unused: string[] = []): void {
  const told = place.querySelector('[role=status]');
  if (!told) return;
  told.replaceChildren(`${said} `);
  if (back) {
    const button = buttonFor('Lấy lại như trước', () => {
      back();
      told.replaceChildren();
    });
    told.append(button);
  }
  if (unused.length > 0) told.append(`Không dùng ${unused.length} dòng sau; hãy nhập tay nếu cần:`, unusedRows(unused));
}
