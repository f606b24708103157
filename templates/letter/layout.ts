import type { Letter } from '../../shared/domain/letter/letter.ts';
import { roman } from '../../shared/domain/letter/roman.ts';

/**
 * The measures of a công văn: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II. "ô" is the decree's box number. Sizes of type in
 * points, lengths in millimetres unless the name says points. DOCX and PDF are both set from these numbers.
 */
export const layout = {
  /** Khổ giấy A4, lề: trên 20–25, dưới 20–25, trái 30–35, phải 15–20. */
  page: { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 20 },
  /** Số trang: 13–14, upright, centred in the top margin, from page 2. */
  pageNumber: { size: 13, fromTop: 10 },
  /** The head stands in two columns. */
  head: { left: 62, right: 98 },
  quocHieu: { size: 13 },
  tieuNgu: { size: 14 },
  coQuan: { size: 13, /** Of its text's width: 1/3 to 1/2. */ rule: 0.4 },
  soKyHieu: { size: 13, /** Width kept for the number the clerk gives. */ blank: 12 },
  diaDanh: { size: 14 },
  trichYeu: { size: 12, abovePoints: 6 },
  /** ô 5a: 13–14, bold, over the whole width; the rule under the subject is 1/3 to 1/2 of its length. */
  tenLoai: { size: 14, rule: 0.4, abovePoints: 12, belowPoints: 12 },
  kinhGui: { size: 14, abovePoints: 12, belowPoints: 12 },
  /** ô 6: first line 10 or 12.7, at least 6 pt between paragraphs, single to 1.5 lines. */
  body: { size: 14, indent: 12.7, betweenPoints: 6 },
  /** ô 7, 8: the room for signature and seal. */
  signature: { size: 14, gap: 28 },
  /**
   * Of a letter that is signed digitally: a seal in its real size (36 mm across, TT 07/2010/TT-BCA) covers a third of the signature, to
   * its left; box 3 keeps room for the number.
   */
  areas: { gap: 38, seal: 38, signature: 55, number: { width: 12, height: 5 } },
  noiNhan: { headSize: 12, size: 11 },
  /** ô 10b: 30×8, 40×8, 20×8. */
  doKhan: { size: 13, height: 8, width: { 'HỎA TỐC': 30, 'THƯỢNG KHẨN': 40, KHẨN: 20 } },
  nguoiSoan: { size: 11 },
  diaChi: { size: 11 },
  phuLuc: { size: 14, titleSize: 14, noteSize: 14 },
  table: { size: 12, /** Above and below the words of a cell. */ insetPoints: 1.5 },
  /** Of a statistical form: the box at its head, in three columns, and the room for signatures at its foot. */
  form: { size: 12, left: 0.3, right: 0.3, gap: 22 },
  /** No part of the decree: what a preview says above itself. */
  banXemTruoc: { size: 11, belowPoints: 12 },
  /** Times New Roman's own line, in parts of its size: what Word takes for "single". */
  line: { ascent: 0.891, descent: 0.216, gap: 0.042 },
} as const;

/** The part of the page that the title of a form has, between its two sides. */
export const middleOfForm = 1 - layout.form.left - layout.form.right;

export type Orientation = 'portrait' | 'landscape' | undefined;

/** The page between its margins, millimetres. */
export function textArea(orientation: Orientation): { width: number; height: number } {
  const { width, height, left, right, top, bottom } = layout.page;
  const [across, down] = orientation === 'landscape' ? [height, width] : [width, height];
  return { width: across - left - right, height: down - top - bottom };
}

/** A length in millimetres, in points. */
export function pointsOf(length: number): number {
  return (length / 25.4) * 72;
}

/** The decree asks for Times New Roman; Tinos is its metric twin, free to embed. */
export const fonts = { named: 'Times New Roman', embedded: 'Tinos' } as const;

/** "Phụ lục", or "Phụ lục II" when the letter has two or more (mục IV). */
export function annexName({ phuLuc }: Pick<Letter, 'phuLuc'>, at: number): string {
  return phuLuc.length > 1 ? `Phụ lục ${roman(at + 1)}` : 'Phụ lục';
}

/** The media types of the two files (IANA). */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const pdfType = 'application/pdf';

/** What the properties of a document say; `date` is an ISO instant, and the only date in the file. */
export type Properties = { title: string; author: string; date: string };
