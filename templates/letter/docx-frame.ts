import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import { indentOfRule, lines, millimetres, noBorder, points, thin } from './docx-measures.ts';
import { layout } from './layout.ts';

const none = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder };

/** Above the body: ô 1 to 5b and 9a. */
export function headOf(letter: Letter): (Paragraph | Table)[] {
  const { head, quocHieu, tieuNgu, coQuan, soKyHieu, diaDanh, trichYeu } = layout;
  const left = [
    centred([run(letter.coQuanChuQuan, coQuan.size)]),
    centred([run(letter.coQuanBanHanh, coQuan.size, { bold: true })]),
    rule(indentOfRule(letter.coQuanBanHanh, coQuan.size, coQuan.rule, head.left)),
    centred([run('Số: ', soKyHieu.size), ...numberOf(letter), run(letter.soKyHieu.kyHieu, soKyHieu.size)]),
    centred([run(letter.trichYeu, trichYeu.size)], { spacing: { ...lines(), before: points(trichYeu.abovePoints) } }),
  ];
  const right = [
    centred([run(letter.quocHieu, quocHieu.size, { bold: true })]),
    centred([run(letter.tieuNgu, tieuNgu.size, { bold: true })]),
    rule(indentOfRule(letter.tieuNgu, tieuNgu.size, 1, head.right)),
    centred([run(letter.diaDanh, diaDanh.size, { italics: true })]),
  ];
  return [
    columns([head.left, head.right], [left.slice(0, 3), right.slice(0, 3)], [left.slice(3), right.slice(3)]),
    // Between two tables there has to be a paragraph: Word joins neighbours into one.
    ...(letter.doKhan ? [rule(), urgencyOf(letter.doKhan)] : []),
    ...addresseesOf(letter.kinhGui),
  ];
}

/** Below the body: ô 7, 8, 9b, 12, in one row that no page breaks. */
export function signatureOf(letter: Letter): Table {
  const { signature, noiNhan, nguoiSoan, page } = layout;
  const half = (page.width - page.left - page.right) / 2;
  const left = [
    plain([run('Nơi nhận:', noiNhan.headSize, { bold: true, italics: true })]),
    ...letter.noiNhan.map(line => plain([run(line, noiNhan.size)])),
    ...(letter.nguoiSoan ? [plain([run(letter.nguoiSoan.toUpperCase(), nguoiSoan.size)])] : []),
  ];
  const signer = { spacing: { ...lines(), before: millimetres(signature.gap) } };
  const right = [
    ...(letter.quyenHan ? [centred([run(letter.quyenHan, signature.size, { bold: true })])] : []),
    centred([run(letter.chucVu, signature.size, { bold: true })]),
    centred([run(letter.nguoiKy, signature.size, { bold: true })], signer),
  ];
  return columns([half, half], [left, right]);
}

/** ô 3: the clerk's number, or its room: a tab keeps the width that the number will take. */
function numberOf({ soKyHieu }: Letter): TextRun[] {
  const { size, blank } = layout.soKyHieu;
  if (soKyHieu.so !== undefined) return [run(soKyHieu.so, size)];
  const blanks = Math.round((blank * 72) / 25.4 / (size / 4));
  return [run('\u00a0'.repeat(blanks), size)];
}

/** ô 9a: one addressee on the line itself; several on lines of their own, each with its dash. */
function addresseesOf(names: string[]): Paragraph[] {
  const { size, abovePoints, belowPoints } = layout.kinhGui;
  const spacing = { ...lines(), before: points(abovePoints), after: points(belowPoints) };
  if (names.length === 1) return [centred([run(`Kính gửi: ${names[0]}`, size)], { spacing })];
  const indent = { left: millimetres(35) };
  const last = names.length - 1;
  return [
    plain([run('Kính gửi:', size)], { indent, spacing: { ...spacing, after: points(6) } }),
    ...names.map((name, at) =>
      plain([run(`- ${name}${at === last ? '.' : ';'}`, size)], {
        indent: { left: millimetres(53) },
        spacing: { ...lines(), after: points(at === last ? belowPoints : 6) },
      }),
    ),
  ];
}

/** ô 10b: red, in a box of its own size. */
function urgencyOf(words: NonNullable<Letter['doKhan']>): Table {
  const { size, height, width } = layout.doKhan;
  const red = { style: BorderStyle.SINGLE, size: 8, color: 'C00000' };
  return new Table({
    layout: TableLayoutType.FIXED,
    indent: { size: millimetres((layout.head.left - width[words]) / 2), type: WidthType.DXA },
    width: { size: millimetres(width[words]), type: WidthType.DXA },
    columnWidths: [millimetres(width[words])],
    borders: { top: red, bottom: red, left: red, right: red },
    rows: [
      new TableRow({
        height: { value: millimetres(height), rule: HeightRule.EXACT },
        children: [
          new TableCell({
            verticalAlign: 'center',
            children: [centred([run(words, size, { bold: true, color: 'C00000' })])],
          }),
        ],
      }),
    ],
  });
}

function columns(widths: number[], ...rows: Paragraph[][][]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: millimetres(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(millimetres),
    borders: { ...none, insideHorizontal: noBorder, insideVertical: noBorder },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      cells =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                children,
                borders: none,
                width: { size: millimetres(widths[at] ?? 0), type: WidthType.DXA },
              }),
          ),
        }),
    ),
  });
}

/** A low paragraph with a rule on top of it; without an indent it is but a gap. */
function rule(indent?: { left: number; right: number }): Paragraph {
  return new Paragraph({
    spacing: { line: points(4), lineRule: 'exact', before: points(1), after: points(indent ? 6 : 0) },
    ...(indent ? { indent, border: { ...none, top: thin } } : {}),
    children: [],
  });
}

function centred(children: TextRun[], more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: lines(), ...more, children });
}

function plain(children: TextRun[], more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: lines(), ...more, children });
}

function run(text: string, size: number, more: IRunOptions = {}): TextRun {
  return new TextRun({ text, size: size * 2, ...more });
}
