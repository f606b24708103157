import type {
  Blockquote,
  Heading,
  List,
  ListItem,
  Paragraph as MarkdownParagraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Inset, isInset } from './inset.ts';
import type { Block, Run } from './letter.ts';
import { figureMark, filled, mark, unreported, type Values, wordingFault } from './liquid.ts';

/**
 * letter.md: what an office words its letter with. Liquid places values, Markdown marks headings ("## 1. …"), items ("- ",
 * "+ "), bold, italic and legal basis ("> Căn cứ …"); any other Markdown is plain text.
 *
 * No value ever passes through Markdown: Liquid writes a mark in its place, the marks are put back after Markdown was read.
 */

/**
 * Fills a wording with values and reads it into paragraphs.
 * @throws {WordingFault} when it names what does not exist, or is no Liquid
 */
export function worded(wording: string, values: Values): Block[] {
  const reading = filled(wording, values);
  const tree = fromMarkdown(reading.markdown, { extensions: [{ disable: { null: notOurs } }] });
  return tree.children.flatMap(node => blockFrom(node, reading));
}

const notOurs = [
  'autolink',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'labelStartLink',
  'setextUnderline',
  'thematicBreak',
];

type Reading = ReturnType<typeof filled>;

function blockFrom(node: RootContent, reading: Reading): Block[] {
  if (node.type === 'heading') return [{ kind: 'heading', runs: runsOf((node as Heading).children, reading) }];
  if (node.type === 'paragraph') return paragraphFrom(node, 'paragraph', reading);
  if (node.type === 'blockquote') return basisFrom(node, reading);
  return listFrom(node as List, reading);
}

function basisFrom(quote: Blockquote, reading: Reading): Block[] {
  return quote.children.flatMap(child =>
    blockFrom(child, reading).map(block => (block.kind === 'table' ? block : { ...block, kind: 'basis' as const })),
  );
}

function listFrom(list: List, reading: Reading): Block[] {
  return list.children.flatMap(item =>
    item.children.flatMap((child, at) => {
      if (child.type !== 'paragraph' || at > 0) return blockFrom(child, reading);
      return list.ordered ? numberedFrom(item, child, reading) : paragraphFrom(child, kindOf(item, reading), reading);
    }),
  );
}

/** The mark as written decides: "+" opens a plus item at whatever depth it stands. "*" is no mark of a công văn. */
function kindOf(item: ListItem, reading: Reading): 'dash' | 'plus' {
  const { offset, line } = startOf(item);
  const written = reading.markdown[offset];
  if (written === '*') throw wordingFault(line, 'mục mở bằng "*"; hãy dùng "-" hoặc "+"');
  return written === '+' ? 'plus' : 'dash';
}

/** A khoản without a title: its number is part of the text, as typed. */
function numberedFrom(item: ListItem, child: MarkdownParagraph, reading: Reading): Block[] {
  const number = reading.markdown.slice(startOf(item).offset, startOf(child).offset).trim();
  return [{ kind: 'paragraph', runs: joined([{ text: `${number} ` }, ...runsOf(child.children, reading)]) }];
}

/** Where a node begins: whatever was read from text has its place there. */
function startOf({ position }: Pick<ListItem, 'position'>) {
  const { start } = position as NonNullable<typeof position>;
  return { line: start.line, offset: start.offset as number };
}

/** A paragraph of one inset alone becomes the inset's paragraphs; those without a mark of their own take the item's. */
function paragraphFrom(node: MarkdownParagraph, kind: 'paragraph' | 'dash' | 'plus', reading: Reading): Block[] {
  const alone = onlyInset(node, reading);
  if (alone)
    return alone.paragraphs.map(paragraph => (paragraph.kind === 'paragraph' ? { ...paragraph, kind } : paragraph));
  const runs = runsOf(node.children, reading);
  return runs.every(run => run.text.trim() === '') ? [] : [{ kind, runs }];
}

function onlyInset(node: MarkdownParagraph, { placed }: Reading): Inset | undefined {
  const [only, ...others] = node.children as [PhrasingContent, ...PhrasingContent[]];
  if (only.type !== 'text' || others.length > 0) return undefined;
  const found = /^\ue000(\d+)\ue001$/.exec(only.value);
  const value = found ? placed[Number(found[1])] : undefined;
  return isInset(value) ? value : undefined;
}

function runsOf(nodes: PhrasingContent[], reading: Reading, style: Omit<Run, 'text'> = {}): Run[] {
  return joined(
    nodes.flatMap(node => {
      if (node.type === 'text') return byFigure(withValues(node.value.replaceAll('\n', ' '), reading), style);
      if (node.type === 'strong') return runsOf(node.children, reading, { ...style, bold: true });
      if (node.type === 'emphasis') return runsOf(node.children, reading, { ...style, italic: true });
      // A break, which two blanks at the end of a line make: to the letter it is a blank.
      return [{ ...style, text: ' ' }];
    }),
  );
}

function withValues(text: string, { placed }: Reading): string {
  return text.replace(mark, (_, index) => {
    const value = placed[Number(index)] ?? '';
    return typeof value === 'string' ? value : plainText(value);
  });
}

/** An inset amid a sentence: its paragraphs follow one another. */
function plainText(inset: Inset): string {
  const words = ({ text, missing }: Run) => (missing ? unreported(text) : text);
  return inset.paragraphs.map(block => (block.kind === 'table' ? '' : block.runs.map(words).join(''))).join(' ');
}

/** The runs of a text, the sentences of indicators apart; of one that a filter has cut the mark is left out. */
function byFigure(text: string, style: Omit<Run, 'text'>): Run[] {
  const plain = (piece: string) => piece.replace(/\ue004[a-z0-9-]*\ue005?|[\ue005\ue006]/gi, '');
  const runs: Run[] = [];
  let from = 0;
  for (const found of text.matchAll(figureMark)) {
    const [whole, code = '', words = ''] = found;
    runs.push(...apart(plain(text.slice(from, found.index)), style));
    runs.push(...apart(words, { ...style, figure: code.toLowerCase() }));
    from = found.index + whole.length;
  }
  return [...runs, ...apart(plain(text.slice(from)), style)];
}

/** The runs of a text, those of `unreported` words apart; a filter may have cut off either end of one. */
function apart(text: string, style: Omit<Run, 'text'>): Run[] {
  return text.split('\ue002').flatMap((piece, at) => {
    const [inside, ...after] = (at > 0 ? piece : `\ue003${piece}`).split('\ue003') as [string, ...string[]];
    return [
      { ...style, text: inside, missing: true },
      { ...style, text: after.join('') },
    ].filter(run => run.text !== '');
  });
}

/** Neighbours of one style are one run. */
function joined(runs: Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    const same = (style: 'bold' | 'italic' | 'missing' | 'figure') => last?.[style] === run[style];
    if (last && same('bold') && same('italic') && same('missing') && same('figure')) last.text += run.text;
    else whole.push({ ...run });
  }
  return whole;
}
