import {
  AlignmentType,
  NoBreakHyphen,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Run, Table as TableBlock } from '../../shared/domain/letter/letter.ts';
import { lines, millimetres, points, thin } from './docx-measures.ts';
import { layout } from './layout.ts';

type ParagraphBlock = Exclude<Block, TableBlock>;

const { body, page, table } = layout;

/** The body, ô 6. `keepEnd` keeps the last two paragraphs with what follows, so that no signature stands alone. */
export function bodyOf(blocks: Block[], { keepEnd }: { keepEnd: boolean }): (Paragraph | Table)[] {
  return blocks.map((block, at) =>
    block.kind === 'table' ? tableOf(block) : paragraphOf(block, keepEnd && at >= blocks.length - 2),
  );
}

const mark: Record<ParagraphBlock['kind'], string> = { dash: '- ', plus: '+ ', paragraph: '', heading: '', basis: '' };

function paragraphOf(block: ParagraphBlock, keepNext: boolean): Paragraph {
  const isHeading = block.kind === 'heading';
  const all: Run[] = mark[block.kind] ? [{ text: mark[block.kind] }, ...block.runs] : block.runs;
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: millimetres(body.indent) },
    spacing: { ...lines(), after: points(body.betweenPoints) },
    keepNext: keepNext || isHeading,
    widowControl: true,
    ...(isHeading ? { outlineLevel: 0 } : {}),
    children: all.map(
      run =>
        new TextRun({
          children: unbroken(run.text),
          size: body.size * 2,
          bold: isHeading || run.bold === true,
          italics: block.kind === 'basis' || run.italic === true,
          ...(run.missing && { highlight: 'yellow' }),
        }),
    ),
  });
}

/** Numbers of documents, "272/TB-VPCP", do not break across lines: their hyphens are Word's own that never break. */
function unbroken(text: string): (string | NoBreakHyphen)[] {
  const marked = text.replace(/\S+/g, word => (isNumberOfDocument(word) ? word.replaceAll('-', '\0') : word));
  return marked.split('\0').flatMap((piece, at) => (at === 0 ? [piece] : [new NoBreakHyphen(), piece]));
}

/** No number is longer; what is longer breaks where it can. */
function isNumberOfDocument(word: string): boolean {
  return word.length <= 65 && word.includes('/');
}

const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER };

/** Columns of fixed widths: a word longer than its column is broken by Word, and no table leaves the page. */
function tableOf({ columns, rows }: TableBlock): Table {
  const whole = millimetres(page.width - page.left - page.right);
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((whole * width) / parts));
  const cell = (text: string, at: number, heading: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: heading ? AlignmentType.CENTER : alignments[columns[at]?.align ?? 'left'],
          spacing: lines(),
          children: [new TextRun({ text, bold: heading, size: table.size * 2 })],
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, at) => cell(heading, at, true)),
      }),
      ...rows.map(row => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) })),
    ],
  });
}
