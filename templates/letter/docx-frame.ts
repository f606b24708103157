import type { Letter } from '../../shared/domain/letter/letter.ts';
import {
  around,
  bordered,
  cell,
  type ParagraphStyle,
  paragraph,
  type RunStyle,
  row,
  run,
  table,
  thin,
  throughout,
  type Xml,
} from './docx-markup.ts';
import { indentOfLines, indentOfRule, millimetres, points } from './docx-measures.ts';
import { faceOf } from './fonts.ts';
import { layout, textArea } from './layout.ts';

/** Above the body: ô 1 to 5 and 9a. A document with a name of its kind has it, and its subject, below the two columns. */
export function headOf(letter: Letter): Xml[] {
  const { head, quocHieu, tieuNgu, coQuan, soKyHieu, diaDanh, trichYeu } = layout;
  const left = [
    broken(letter.coQuanChuQuan, coQuan, head.left),
    broken(letter.coQuanBanHanh, { ...coQuan, bold: true }, head.left),
    rule(indentOfRule(letter.coQuanBanHanh, { size: coQuan.size, part: coQuan.rule, column: head.left })),
    centred(`Số: ${numberOf(letter)}${letter.soKyHieu.kyHieu}`, soKyHieu),
    ...(letter.tenLoai ? [] : [centred(letter.trichYeu, trichYeu, { before: points(trichYeu.abovePoints) })]),
  ];
  const right = [
    centred(letter.quocHieu, { ...quocHieu, bold: true }),
    centred(letter.tieuNgu, { ...tieuNgu, bold: true }),
    rule(indentOfRule(letter.tieuNgu, { size: tieuNgu.size, part: 1, column: head.right })),
    centred(letter.diaDanh, { ...diaDanh, italic: true }),
  ];
  return [
    columns([head.left, head.right], [left.slice(0, 3), right.slice(0, 3)], [left.slice(3), right.slice(3)]),
    // Between two tables there has to be a paragraph: Word joins neighbours into one.
    ...(letter.doKhan ? [gap(), urgencyOf(letter.doKhan)] : []),
    ...(letter.tenLoai ? nameOf(letter.tenLoai, letter.trichYeu) : []),
    ...addresseesOf(letter.kinhGui),
  ];
}

/** ô 5a: the name of its kind, and below it what the document is about, over a rule. */
function nameOf(tenLoai: string, trichYeu: string): Xml[] {
  const { size, rule: part, abovePoints, belowPoints } = layout.tenLoai;
  const { width } = textArea('portrait');
  return [
    centred(tenLoai, { size, bold: true }, { before: points(abovePoints) }),
    broken(trichYeu, { size, bold: true }, width),
    gap({
      after: points(belowPoints),
      indent: indentOfRule(trichYeu, { size, part, column: width }),
      borders: bordered(thin, ['top'], around),
    }),
  ];
}

/** Centred words of a column (millimetres), on even lines where they need several. */
export function broken(text: string, style: RunStyle, column: number, more: ParagraphStyle = {}): Xml {
  const indent = indentOfLines(text, { face: faceOf(style), size: style.size }, column);
  return centred(text, style, { ...(indent ? { indent } : {}), ...more });
}

/** Below the body: ô 7, 8, 9b, 12, in one row that no page breaks. */
export function signatureOf(letter: Letter): Xml {
  const { signature, noiNhan, nguoiSoan } = layout;
  const half = textArea('portrait').width / 2;
  const left = [
    plain('Nơi nhận:', { size: noiNhan.headSize, bold: true, italic: true }),
    ...letter.noiNhan.map(line => plain(line, noiNhan)),
    ...(letter.nguoiSoan ? [plain(letter.nguoiSoan.toUpperCase(), nguoiSoan)] : []),
  ];
  const bold = { size: signature.size, bold: true };
  const right = [
    ...(letter.quyenHan ? [centred(letter.quyenHan, bold)] : []),
    centred(letter.chucVu, bold),
    centred(letter.nguoiKy, bold, { before: millimetres(signature.gap) }),
  ];
  return columns([half, half], [left, right]);
}

/** A low paragraph, where Word wants one and nobody should see it. */
export function gap(style: ParagraphStyle = {}): Xml {
  return paragraph([], { exactly: points(4), before: points(1), ...style });
}

/** ô 3: the clerk's number, or its room: blanks keep the width that the number will take. */
function numberOf({ soKyHieu }: Letter): string {
  const { size, blank } = layout.soKyHieu;
  return soKyHieu.so ?? '\u00a0'.repeat(Math.round((blank * 72) / 25.4 / (size / 4)));
}

/** ô 9a: one addressee on the line itself; several on lines of their own, each with its dash. */
function addresseesOf(names: string[]): Xml[] {
  if (names.length === 0) return [];
  const { size, abovePoints, belowPoints } = layout.kinhGui;
  const [before, after] = [points(abovePoints), points(belowPoints)];
  if (names.length === 1) return [centred(`Kính gửi: ${names[0]}`, { size }, { before, after })];
  const last = names.length - 1;
  return [
    plain('Kính gửi:', { size }, { indent: { left: millimetres(35) }, before, after: points(6) }),
    ...names.map((name, at) =>
      plain(
        `- ${name}${at === last ? '.' : ';'}`,
        { size },
        { indent: { left: millimetres(53) }, after: at === last ? after : points(6) },
      ),
    ),
  ];
}

/** ô 10b: red, in a box of its own size. */
function urgencyOf(words: NonNullable<Letter['doKhan']>): Xml {
  const { size, height, width } = layout.doKhan;
  const red = { size: 8, color: 'C00000' };
  const box = millimetres(width[words]);
  return table(
    {
      widths: [box],
      borders: bordered(red, around, throughout),
      indent: millimetres((layout.head.left - width[words]) / 2),
      // The words take nearly all of the box that the decree gives them.
      margin: 0,
    },
    [
      row([cell(box, [centred(words, { size, bold: true, color: red.color })], { middle: true })], {
        height: millimetres(height),
      }),
    ],
  );
}

/** Columns side by side without a border, of some widths (millimetres). */
export function columns(widths: number[], ...rows: Xml[][][]): Xml {
  const wide = widths.map(millimetres);
  return table(
    { widths: wide, borders: bordered(thin, [], throughout), margin: 0 },
    rows.map(cells => row(cells.map((content, at) => cell(wide[at] ?? 0, content)))),
  );
}

/** A low paragraph with a rule on top of it. */
function rule(indent: { left: number; right: number }): Xml {
  return gap({ after: points(6), indent, borders: bordered(thin, ['top'], around) });
}

export function centred(text: string, style: RunStyle, more: ParagraphStyle = {}): Xml {
  return plain(text, style, { align: 'center', ...more });
}

export function plain(text: string, style: RunStyle, more: ParagraphStyle = {}): Xml {
  return paragraph([run(text, style)], more);
}
