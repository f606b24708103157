import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { Letter, PhuLuc } from '../../shared/domain/letter/letter.ts';
import { cleaned } from './clean.ts';
import { bodyOf } from './docx-body.ts';
import { fixed } from './docx-fixed.ts';
import { headOf, signatureOf } from './docx-frame.ts';
import { lines, millimetres, noBorder, points, thin } from './docx-measures.ts';
import { annexName, fonts, layout, type Properties } from './layout.ts';

/** The letter as DOCX (ISO/IEC 29500). The same letter gives the same bytes. */
export async function letterDocx(letter: Letter, properties: Properties): Promise<Uint8Array> {
  const sound = cleaned(letter);
  const document = new Document({
    title: properties.title,
    creator: properties.author,
    lastModifiedBy: properties.author,
    styles: {
      default: {
        document: {
          run: { font: fonts.named, size: layout.body.size * 2, language: { value: 'vi-VN' } },
          paragraph: { spacing: lines() },
        },
      },
    },
    sections: [letterSection(sound), ...sound.phuLuc.map((annex, at) => annexSection(annex, annexName(sound, at)))],
  });
  return fixed(await Packer.toBuffer(document), properties.date);
}

const { page, pageNumber } = layout;

function pageOf(): NonNullable<ISectionOptions['properties']> {
  return {
    titlePage: true,
    page: {
      size: { width: millimetres(page.width), height: millimetres(page.height) },
      margin: {
        top: millimetres(page.top),
        bottom: millimetres(page.bottom),
        left: millimetres(page.left),
        right: millimetres(page.right),
        header: millimetres(pageNumber.fromTop),
        footer: millimetres(pageNumber.fromTop),
      },
      pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
    },
  };
}

/** Arabic numbers from page 2, centred in the top margin; none on page 1. */
function headers(): NonNullable<ISectionOptions['headers']> {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: pageNumber.size * 2 });
  return {
    default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] }),
    first: new Header({ children: [new Paragraph({})] }),
  };
}

function letterSection(letter: Letter): ISectionOptions {
  return {
    properties: pageOf(),
    headers: headers(),
    footers: { default: nothing(), first: addressOf(letter) },
    children: [...noteOf(letter), ...headOf(letter), ...bodyOf(letter.body, { keepEnd: true }), signatureOf(letter)],
  };
}

/** What a preview says of itself, in a box above all else. */
function noteOf({ banXemTruoc }: Letter): Paragraph[] {
  if (banXemTruoc === undefined) return [];
  return [
    new Paragraph({
      border: { top: thin, bottom: thin, left: thin, right: thin },
      spacing: { ...lines(), after: points(layout.banXemTruoc.belowPoints) },
      children: [new TextRun({ text: banXemTruoc, size: layout.banXemTruoc.size * 2 })],
    }),
  ];
}

/** ô 13: at the foot of page 1, under a rule of the full width. */
function addressOf({ diaChi }: Letter): Footer {
  if (diaChi === undefined) return nothing();
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        border: { top: thin, bottom: noBorder, left: noBorder, right: noBorder },
        children: [new TextRun({ text: diaChi, size: layout.diaChi.size * 2 })],
      }),
    ],
  });
}

/** Said aloud, since a section without a footer takes the one before it. */
function nothing(): Footer {
  return new Footer({ children: [new Paragraph({})] });
}

/** A Phụ lục begins a page and counts its own. */
function annexSection(annex: PhuLuc, name: string): ISectionOptions {
  const { size, titleSize, noteSize } = layout.phuLuc;
  const centred = (run: TextRun, after = 0) =>
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...lines(), after: points(after) }, children: [run] });
  return {
    properties: { ...pageOf(), type: SectionType.NEXT_PAGE },
    headers: headers(),
    footers: { default: nothing(), first: nothing() },
    children: [
      centred(new TextRun({ text: name, bold: true, size: size * 2 })),
      centred(new TextRun({ text: annex.tieuDe, bold: true, size: titleSize * 2 })),
      centred(new TextRun({ text: annex.kemTheo, italics: true, size: noteSize * 2 }), 12),
      ...bodyOf(annex.body, { keepEnd: false }),
    ],
  };
}
