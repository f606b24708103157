import type { Block, Paragraph, Run } from '../../shared/domain/letter/letter.ts';
import { paragraph, run, type Xml } from './docx-markup.ts';
import { millimetres, points } from './docx-measures.ts';
import { tableOf } from './docx-table.ts';
import { layout, type Orientation } from './layout.ts';
import { isPart } from './part.ts';

const { body } = layout;

/** What is to be kept with what follows, so that no signature stands alone; and how the page lies. */
export type Placed = { keepEnd: boolean; orientation?: Orientation };

/** The body, ô 6: its paragraphs and tables. */
export function bodyOf(blocks: Block[], { keepEnd, orientation }: Placed): Xml[] {
  return blocks.flatMap((block, at) => {
    const keepNext = keepEnd && at >= blocks.length - 2;
    if (block.kind !== 'table') return [paragraphOf(block, keepNext)];
    return tableOf(block, { keepNext, orientation, isLast: at === blocks.length - 1 });
  });
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
      ...(heading && isPart(runs) ? { align: 'center' } : { align: 'both', indent }),
      after: points(body.betweenPoints),
      keepNext: keepNext || heading,
      heading,
    },
  );
}

const indent = { firstLine: millimetres(body.indent) };

/** Numbers of documents, "272/TB-VPCP", do not break across lines: their hyphens are Word's own that never break. */
function unbroken(text: string): string {
  return text.replace(/\S+/g, word => (isNumberOfDocument(word) ? word.replaceAll('-', '\0') : word));
}

/** No number is longer; what is longer breaks where it can. */
function isNumberOfDocument(word: string): boolean {
  return word.length <= 65 && word.includes('/');
}
