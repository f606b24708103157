import type { FormHead } from '../office/table.ts';

/**
 * A letter (công văn) ready to be placed: finished words only, no arithmetic and no date left to work out.
 * DOCX, PDF, HTML and mail are made from this one value, so they cannot disagree.
 *
 * The parts keep the names that Nghị định 30/2020/NĐ-CP, Phụ lục I gives them; "ô" is the decree's box number.
 */
export type Letter = {
  /** ô 1: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM". */
  quocHieu: string;
  /** ô 1: "Độc lập - Tự do - Hạnh phúc". */
  tieuNgu: string;
  /** ô 2: the superior agency, with the province's name, in capitals. */
  coQuanChuQuan: string;
  /** ô 2: the issuing agency, in capitals. */
  coQuanBanHanh: string;
  /** ô 3: "/SCT-KHTCTH"; the number before it stays blank until the clerk gives it. */
  soKyHieu: { so?: string | undefined; kyHieu: string };
  /** ô 4: "Quảng Ngãi, ngày 16 tháng 11 năm 2021". */
  diaDanh: string;
  /** True of one whose date is entered with its number, once it is signed: ô 4 has blanks for it. */
  chuaNgay?: true | undefined;
  /** ô 5a: "BÁO CÁO", of a document with a name of its kind; a công văn has none. */
  tenLoai?: string | undefined;
  /** ô 5b: "V/v …", without a line break; ô 5a: under the name of its kind, without "V/v". */
  trichYeu: string;
  /** ô 9a: one name, or several; none where a named document has no addressee. */
  kinhGui: string[];
  /** ô 6: ends with "./.". */
  body: Block[];
  /** ô 7a: "KT. GIÁM ĐỐC", when someone signs for another. */
  quyenHan?: string | undefined;
  /** ô 7a: "GIÁM ĐỐC". */
  chucVu: string;
  /** ô 7b: "Võ Văn Rân". */
  nguoiKy: string;
  /** ô 9b: the printed lines with their mark and end, "- Như trên;" … "- Lưu: VT, KHTCTH.". */
  noiNhan: string[];
  /** ô 10b: the degree of urgency. */
  doKhan?: 'HỎA TỐC' | 'THƯỢNG KHẨN' | 'KHẨN' | undefined;
  /** ô 12: the drafter's initials and the number of copies, "PL.300". */
  nguoiSoan?: string | undefined;
  /** ô 13: the agency's address, telephone and mail, at the foot of page 1. */
  diaChi?: string | undefined;
  /** Phụ lục, to which the body must refer. */
  phuLuc: PhuLuc[];
  /** Said above a preview; no issued letter has it. */
  banXemTruoc?: string | undefined;
};

/**
 * A Phụ lục; it gets a Roman number when the letter has two or more, and its own page numbers. `form` is the head box of a
 * statistical form, and who signs at its foot.
 */
export type PhuLuc = {
  tieuDe: string;
  kemTheo: string;
  body: Block[];
  orientation?: 'portrait' | 'landscape' | undefined;
  form?: FormHead | undefined;
};

/** What a body consists of, in reading order. */
export type Block = Paragraph | Table;

/**
 * One paragraph of the body (ô 6).
 *
 * - `basis`: a "Căn cứ …" line of a named document, italic
 * - `heading`: a khoản with a title ("1. Đánh giá …"), bold, on its own line
 * - `paragraph`: a body paragraph; also a khoản without a title and a điểm "a)"
 * - `dash`, `plus`: a body paragraph with the literal mark "-" or "+"; `runs` do not contain the mark
 */
export type Paragraph = { kind: 'basis' | 'heading' | 'paragraph' | 'dash' | 'plus'; runs: Run[] };

/** Text of one style inside a paragraph. */
export type Run = {
  text: string;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  /** Says that something was not reported; marked in a preview, and in no issued letter. */
  missing?: boolean | undefined;
  /** The indicator that a sentence tells of; named in a preview, and in no issued letter. */
  figure?: string | undefined;
};

/**
 * A table, in the body or of an annex. Its head repeats on each page, no row is cut in two. `decimal` aligns numbers at their
 * comma; of `numbers` a workbook reckons with them. A `group` row heads those after it, a `total` row closes them; both bold.
 */
export type Table = {
  kind: 'table';
  columns: { align: 'left' | 'right' | 'center' | 'decimal'; numbers?: true }[];
  head: HeadCell[][];
  rows: TableRow[];
  /** Said under it, each on a line of its own. */
  notes: string[];
};

/** A cell of a head, and how many columns and rows it spans. */
export type HeadCell = { text: string; columns: number; rows: number };

export type TableRow = { cells: string[]; weight?: 'group' | 'total' };
