import type { Letter, PhuLuc } from '../../shared/domain/letter/letter.ts';
import { cleaned } from './clean.ts';
import { bodyOf } from './docx-body.ts';
import { formFootOf, formHeadOf } from './docx-form.ts';
import { broken, gap, headOf, signatureOf } from './docx-frame.ts';
import { around, bordered, paragraph, run, thin, type Xml } from './docx-markup.ts';
import { points } from './docx-measures.ts';
import { packaged, sectionOf } from './docx-package.ts';
import { keptWithSignature } from './kept.ts';
import { annexName, layout, middleOfForm, type Properties, textArea } from './layout.ts';

/** The letter as DOCX (ISO/IEC 29500). The same letter gives the same bytes. */
export function letterDocx(letter: Letter, properties: Properties): Uint8Array {
  const sound = cleaned(letter);
  const sections = [letterOf(sound), ...sound.phuLuc.map((annex, at) => annexOf(annex, annexName(sound, at)))];
  const last = sections.length - 1;
  const body = sections.flatMap((content, at) => {
    const section = sectionOf({ first: at === 0, orientation: sound.phuLuc[at - 1]?.orientation });
    return at === last ? [...content, gap(), section] : [...content, gap({ section })];
  });
  return packaged({ body, foot: footOf(sound), properties });
}

function letterOf(letter: Letter): Xml[] {
  return [
    ...noteOf(letter),
    ...headOf(letter),
    ...bodyOf(letter.body, { kept: keptWithSignature(letter.body) }),
    signatureOf(letter),
  ];
}

/** What a preview says of itself, in a box above all else. */
function noteOf({ banXemTruoc }: Letter): Xml[] {
  if (banXemTruoc === undefined) return [];
  const { size, belowPoints } = layout.banXemTruoc;
  const borders = bordered(thin, around, around);
  return [paragraph([run(banXemTruoc, { size })], { borders, after: points(belowPoints) })];
}

/** ô 13: at the foot of page 1, under a rule of the full width. */
function footOf({ diaChi }: Letter): Xml {
  if (diaChi === undefined) return paragraph([]);
  const borders = bordered(thin, ['top'], around);
  return paragraph([run(diaChi, layout.diaChi)], { align: 'center', borders });
}

/** A Phụ lục begins a page and counts its own. */
function annexOf(annex: PhuLuc, name: string): Xml[] {
  const { size, titleSize, noteSize } = layout.phuLuc;
  const { orientation, form } = annex;
  const foot = form?.foot ?? [];
  const { width } = textArea(orientation);
  const title = (column: number) => broken(annex.tieuDe, { size: titleSize, bold: true }, column);
  const under = broken(annex.kemTheo, { size: noteSize, italic: true }, width, { after: points(12) });
  return [
    paragraph([run(name, { size, bold: true })], { align: 'center' }),
    ...(form
      ? [under, formHeadOf(form, title(width * middleOfForm), orientation), gap({ after: points(6) })]
      : [title(width), under]),
    ...bodyOf(annex.body, { kept: foot.length > 0 ? 1 : 0, orientation }),
    ...(foot.length > 0 ? [formFootOf(foot, orientation)] : []),
  ];
}
