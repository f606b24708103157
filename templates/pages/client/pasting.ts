/// <reference lib="dom" />

import { inALine, textOfRows } from '../../../shared/domain/collection/cells.ts';
import { fieldsFilled, foundTold } from '../../../shared/domain/collection/filling.ts';
import { answersFrom } from '../../../shared/domain/collection/form.ts';
import { figuresPasted } from '../../../shared/domain/collection/pasted.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { buttonFor } from './button.ts';
import { cellsIn } from './clipboard.ts';
import { fill } from './readings.ts';
import { figuresIn } from './texts.ts';
import { unusedRows } from './unused.ts';

export type Pasting = { form: HTMLFormElement; indicators: Indicator[]; changed: (fields: Element[]) => void };

/**
 * Cells pasted into the field of a number never become one number: a single cell is typed text, several go to the figures they name, or
 * down from this one, and it is told what was filled, what stays as it was, and what was not used.
 */
export function attendPasting(pasting: Pasting): void {
  pasting.form.addEventListener('paste', event => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const { rows, table } = cellsIn(event.clipboardData);
    if (/^pasted(\.|$)/.test(field.name)) {
      if (!table || rows.length === 0) return;
      event.preventDefault();
      type(field, textOfRows(rows));
      return;
    }
    const [, code, part] = /^figures\.([^.]+)\.(value|restates|changes\..+)$/.exec(field.name) ?? [];
    const cells = rows.flat().filter(Boolean);
    const plain = event.clipboardData?.getData('text/plain').trim() ?? '';
    if (code === undefined || (cells.length < 2 && !/[\t\n\r]/.test(plain))) return;
    event.preventDefault();
    document.getElementById('cells-told')?.remove();
    if (cells.length === 1) {
      type(field, cells.join());
      pasting.changed([field]);
    } else if (cells.length > 1) spread(rows, { ...pasting, field, from: part === 'value' ? code : undefined });
  });
}

type Spreading = Pasting & { field: Element; from: string | undefined };

function spread(rows: string[][], { form, indicators, changed, field, from }: Spreading): void {
  const typed = new Map(figuresIn(form));
  const { figures } = answersFrom(typed).answers;
  const pasted =
    from === undefined
      ? {
          values: new Map<string, string>(),
          unread: rows.map(row => ({ row: inALine(row), why: 'ô này nhận một số' })),
        }
      : figuresPasted(rows, indicators, from);
  const { offer, unread } = foundTold(pasted, indicators, figures);
  const filling = fieldsFilled(figures, pasted.values);
  const before = filling.map(([name]) => [name, typed.get(name) ?? ''] as const);
  changed(fill(form, filling));
  const note = noteUnder(field, `Vừa dán ${rows.flat().filter(Boolean).length} ô, đã điền ${offer}`, unread);
  if (pasted.values.size > 0) {
    const undo = buttonFor('Bỏ, lấy lại như trước khi dán', () => {
      note.remove();
      changed(fill(form, before));
    });
    note.append(undo);
  }
}

/** Where whoever pasted is looking. */
function noteUnder(field: Element, said: string, unused: string[]): HTMLElement {
  const note = document.createElement('div');
  note.id = 'cells-told';
  note.setAttribute('role', 'status');
  const told = document.createElement('p');
  told.textContent = said;
  note.append(told);
  if (unused.length > 0) {
    const head = document.createElement('p');
    head.textContent = 'Không dùng các dòng sau:';
    note.append(head, unusedRows(unused));
  }
  (field.closest('.beside') ?? field).after(note);
  return note;
}

function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? field.value.length, 'end');
}
