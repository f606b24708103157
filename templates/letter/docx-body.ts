import type { Block, Run, Table } from '../../shared/domain/letter/letter.ts';
import { bordered, cell, paragraph, row, run, table, thin, throughout, type Xml } from './docx-markup.ts';
import { millimetres, points } from './docx-measures.ts';
import { layout } from './layout.ts';
import { columnShares } from './table-widths.ts';

type Paragraph = Exclude<Block, Table>;

const { body, page } = layout;

/** The body, ô 6. `keepEnd` keeps the last two paragraphs with what follows, so that no signature stands alone. */
export function bodyOf(blocks: Block[], { keepEnd }: { keepEnd: boolean }): Xml[] {
  return blocks.map((block, at) =>
    block.kind === 'table' ? tableOf(block) : paragraphOf(block, keepEnd && at >= blocks.length - 2),
  );
}

const mark: Record<Paragraph['kind'], string> = { dash: '- ', plus: '+ ', paragraph: '', heading: '', basis: '' };

function paragraphOf({ kind, runs }: Paragraph, keepNext: boolean): Xml {
  const heading = kind === 'heading';
  const all: Run[] = mark[kind] ? [{ text: mark[kind] }, ...runs] : runs;
  return paragraph(
    all.map(({ text, bold = false, italic = false, missing = false }) =>
      run(unbroken(text), {
        size: body.size,
        bold: heading || bold,
        italic: kind === 'basis' || italic,
        marked: missing,
      }),
    ),
    {
      align: 'both',
      indent: { firstLine: millimetres(body.indent) },
      after: points(body.betweenPoints),
      keepNext: keepNext || heading,
      heading,
    },
  );
}

/** Numbers of documents, "272/TB-VPCP", do not break across lines: their hyphens are Word's own that never break. */
function unbroken(text: string): string {
  return text.replace(/\S+/g, word => (isNumberOfDocument(word) ? word.replaceAll('-', '\0') : word));
}

/** No number is longer; what is longer breaks where it can. */
function isNumberOfDocument(word: string): boolean {
  return word.length <= 65 && word.includes('/');
}

function tableOf(one: Table): Xml {
  const whole = millimetres(page.width - page.left - page.right);
  const widths = columnShares(one).map(share => Math.floor(whole * share));
  const cellOf = (text: string, at: number, bold: boolean) => {
    const align = alignments[one.columns[at]?.align ?? 'left'];
    return cell(widths[at] ?? 0, [paragraph([run(text, { size: layout.table.size, bold })], { align })]);
  };
  const heads = one.head.map(cells =>
    row(
      cells.map(({ text }, at) =>
        cell(widths[at] ?? 0, [paragraph([run(text, { size: layout.table.size, bold: true })], { align: 'center' })]),
      ),
      { heading: true },
    ),
  );
  return table({ widths, borders: bordered(thin, throughout, throughout) }, [
    ...heads,
    ...one.rows.map(({ cells, weight }) => row(cells.map((text, at) => cellOf(text, at, weight !== undefined)))),
  ]);
}

const alignments = { left: 'left', right: 'right', center: 'center', decimal: 'right' } as const;
