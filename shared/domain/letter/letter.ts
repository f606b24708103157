import * as z from 'zod/mini';

/**
 * A letter (công văn) ready to be placed: finished words only, no arithmetic and no date left to work out.
 * DOCX, PDF, HTML and mail are made from this one value, so they cannot disagree.
 *
 * The parts keep the names that Nghị định 30/2020/NĐ-CP, Phụ lục I gives them; "ô" is the decree's box number.
 */

/** Text of one style inside a paragraph. */
export const Run = z.object({
  text: z.string(),
  bold: z.optional(z.boolean()),
  italic: z.optional(z.boolean()),
  /** Says that something was not reported; marked in a preview, and in no issued letter. */
  missing: z.optional(z.boolean()),
});
export type Run = z.infer<typeof Run>;

/**
 * One paragraph of the body (ô 6).
 *
 * - `basis`: a "Căn cứ …" line of a named document, italic
 * - `heading`: a khoản with a title ("1. Đánh giá …"), bold, on its own line
 * - `paragraph`: a body paragraph; also a khoản without a title and a điểm "a)"
 * - `dash`, `plus`: a body paragraph with the literal mark "-" or "+"; `runs` do not contain the mark
 */
export const Paragraph = z.object({
  kind: z.enum(['basis', 'heading', 'paragraph', 'dash', 'plus']),
  runs: z.array(Run),
});
export type Paragraph = z.infer<typeof Paragraph>;

/** A table of an annex: the first row is the heading row and repeats on each page. */
export const Table = z.object({
  kind: z.literal('table'),
  columns: z.array(z.object({ heading: z.string(), width: z.number(), align: z.enum(['left', 'right', 'center']) })),
  rows: z.array(z.array(z.string())),
});
export type Table = z.infer<typeof Table>;

/** What a body consists of, in reading order. */
export const Block = z.discriminatedUnion('kind', [Paragraph, Table]);
export type Block = z.infer<typeof Block>;

/** A Phụ lục; it gets a Roman number when the letter has two or more, and its own page numbers. */
export const PhuLuc = z.object({
  tieuDe: z.string(),
  kemTheo: z.string(),
  body: z.array(Block),
});
export type PhuLuc = z.infer<typeof PhuLuc>;

export const Letter = z.object({
  /** ô 1: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM". */
  quocHieu: z.string(),
  /** ô 1: "Độc lập - Tự do - Hạnh phúc". */
  tieuNgu: z.string(),
  /** ô 2: the superior agency, with the province's name, in capitals. */
  coQuanChuQuan: z.string(),
  /** ô 2: the issuing agency, in capitals. */
  coQuanBanHanh: z.string(),
  /** ô 3: "/SCT-KHTCTH"; the number before it stays blank until the clerk gives it. */
  soKyHieu: z.object({ so: z.optional(z.string()), kyHieu: z.string() }),
  /** ô 4: "Quảng Ngãi, ngày 16 tháng 11 năm 2021". */
  diaDanh: z.string(),
  /** ô 5b: "V/v …", without a line break. */
  trichYeu: z.string(),
  /** ô 9a: one name, or several. */
  kinhGui: z.array(z.string()).check(z.minLength(1)),
  /** ô 6: ends with "./.". */
  body: z.array(Block),
  /** ô 7a: "KT. GIÁM ĐỐC", when someone signs for another. */
  quyenHan: z.optional(z.string()),
  /** ô 7a: "GIÁM ĐỐC". */
  chucVu: z.string(),
  /** ô 7b: "Võ Văn Rân". */
  nguoiKy: z.string(),
  /** ô 9b: the printed lines with their mark and end, "- Như trên;" … "- Lưu: VT, KHTCTH.". */
  noiNhan: z.array(z.string()),
  /** ô 10b: the degree of urgency. */
  doKhan: z.optional(z.enum(['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN'])),
  /** ô 12: the drafter's initials and the number of copies, "PL.300". */
  nguoiSoan: z.optional(z.string()),
  /** ô 13: the agency's address, telephone and mail, at the foot of page 1. */
  diaChi: z.optional(z.string()),
  /** Phụ lục, to which the body must refer. */
  phuLuc: z.array(PhuLuc),
  /** Said above a preview; no issued letter has it. */
  banXemTruoc: z.optional(z.string()),
});
export type Letter = z.infer<typeof Letter>;
