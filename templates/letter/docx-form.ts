import type { FormHead } from '../../shared/domain/office/table.ts';
import { centred, columns, plain } from './docx-frame.ts';
import type { Xml } from './docx-markup.ts';
import { millimetres } from './docx-measures.ts';
import { formLines } from './form-head.ts';
import { layout, middleOfForm, type Orientation, textArea } from './layout.ts';

const { form } = layout;

/** The head of a statistical form: its number left, the title in the middle, who reports to whom right. */
export function formHeadOf(head: FormHead, title: Xml, orientation: Orientation): Xml {
  const { left, middle, right } = formLines(head);
  const { width } = textArea(orientation);
  const cells = [
    left.map((line, at) => plain(line, { size: form.size, bold: at === 0 })),
    [title, ...middle.map(line => centred(line, { size: form.size, italic: true }))],
    right.map(line => plain(line, { size: form.size })),
  ];
  // A cell holds at least a paragraph.
  return columns(
    [form.left, middleOfForm, form.right].map(part => part * width),
    cells.map(content => (content.length > 0 ? content : [plain('', form)])),
  );
}

/** Who signs at the foot of a form, side by side, with room to sign. */
export function formFootOf(signatories: string[], orientation: Orientation): Xml {
  const width = textArea(orientation).width / signatories.length;
  const room = { after: millimetres(form.gap) };
  return columns(
    signatories.map(() => width),
    signatories.map(words => [centred(words, { size: form.size, bold: true }, room)]),
  );
}
