import type { Block, Paragraph, Run } from '../../shared/domain/letter/letter.ts';
import { paragraph, run, type Xml } from './docx-markup.ts';
import { millimetres, points } from './docx-measures.ts';
import { tableOf } from './docx-table.ts';
import { layout, type Orientation } from './layout.ts';
import { mark } from './mark.ts';
import { isPart } from './part.ts';

const { body } = layout;

/** How many blocks at its end are to be kept with what follows, so that no signature stands alone; and how the page lies. */
export type Placed = { kept: number; orientation?: Orientation };

/** The body, ô 6: its paragraphs and tables. */
export function bodyOf(blocks: Block[], { kept, orientation }: Placed): Xml[] {
  return blocks.flatMap((block, at) => {
    const keepNext = at >= blocks.length - kept;
    if (block.kind !== 'table') return [paragraphOf(block, keepNext)];
    return tableOf(block, { keepNext, orientation, isLast: kept === 0 && at === blocks.length - 1 });
  });
}

function paragraphOf({ kind, runs }: Paragraph, keepNext: boolean): Xml {
  const heading = kind === 'heading';
  const all: Run[] = mark[kind] ? [{ text: mark[kind] }, ...runs] : runs;
  return paragraph(
    all.map(({ text, bold = false, italic = false, missing = false }) =>
      run(text, {
        size: body.size,
        bold: heading || bold,
        italic: kind === 'basis' || italic,
        marked: missing,
        keepsMinus: true,
      }),
    ),
    {
      ...(heading && isPart(runs) ? { align: 'center' } : { align: 'both', indent }),
      after: points(body.betweenPoints),
      keepNext: keepNext || heading,
      heading,
    },
  );
}

const indent = { firstLine: millimetres(body.indent) };
