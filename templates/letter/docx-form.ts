import type { FormHead } from '../../shared/domain/office/table.ts';
import { centred, columns, plain } from './docx-frame.ts';
import type { Xml } from './docx-markup.ts';
import { formLines } from './form-head.ts';
import { layout } from './layout.ts';
import { type Orientation, roomOn } from './table-layout.ts';

const { form } = layout;

/** The part of the page that the title of a form has. */
export const middleOfForm = 1 - form.left - form.right;

/** The head of a statistical form: its number left, the title in the middle, who reports to whom right. */
export function formHeadOf(head: FormHead, title: Xml, orientation: Orientation): Xml {
  const { left, middle, right } = formLines(head);
  const whole = inMillimetres(orientation);
  const sides = [left, right].map(lines =>
    lines.map((line, at) => plain(line, { size: form.size, bold: at === 0 && lines === left })),
  );
  const centre = [title, ...middle.map(line => centred(line, { size: form.size, italic: true }))];
  const widths = [form.left, middleOfForm, form.right].map(part => part * whole);
  // A cell holds at least a paragraph.
  return columns(
    widths,
    [sides[0], centre, sides[1]].map(content => (content?.length ? content : [plain('', form)])),
  );
}

/** Who signs at the foot of a form, side by side, with room to sign. */
export function formFootOf(signatories: string[], orientation: Orientation): Xml {
  const width = inMillimetres(orientation) / signatories.length;
  const room = { after: Math.round((form.gap / 25.4) * 1_440) };
  return columns(
    signatories.map(() => width),
    signatories.map(words => [centred(words, { size: form.size, bold: true }, room)]),
  );
}

function inMillimetres(orientation: Orientation): number {
  return (roomOn(orientation).width / 72) * 25.4;
}
