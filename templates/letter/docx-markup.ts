import { html as xml } from 'hono/html';
import { cutAtMinus } from '../../shared/domain/text/hyphen.ts';
import { sum } from './sum.ts';

/**
 * The little of WordprocessingML (ISO/IEC 29500-1, 17) that a letter needs. Elements stand in the order the standard gives
 * them. Text is escaped by the pages' own tag: what it writes for HTML is XML as well. Lengths are in twentieths of a point.
 */
export type Xml = ReturnType<typeof xml>;

export type RunStyle = {
  size: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
  marked?: boolean;
  /** Of a sentence: no line breaks between a minus and its number. */
  keepsMinus?: boolean;
};

/** Text of one style. */
export function run(text: string, { size, bold, italic, color, marked, keepsMinus }: RunStyle): Xml {
  const [first = '', ...numbers] = keepsMinus ? cutAtMinus(text) : [text];
  return xml`<w:r><w:rPr>${bold ? boldly : ''}${italic ? slanted : ''}${color ? xml`<w:color w:val="${color}"/>` : ''}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>${marked ? yellow : ''}</w:rPr>${words(first)}${numbers.map(number => xml`<w:noBreakHyphen/>${words(number)}`)}</w:r>`;
}

function words(text: string): Xml {
  return xml`<w:t xml:space="preserve">${text}</w:t>`;
}

const boldly = xml`<w:b/><w:bCs/>`;
const slanted = xml`<w:i/><w:iCs/>`;
const yellow = xml`<w:highlight w:val="yellow"/>`;

export type ParagraphStyle = {
  align?: 'left' | 'center' | 'right' | 'both';
  before?: number;
  after?: number;
  /** The height of its lines; single lines when it is left out. */
  exactly?: number;
  indent?: { left?: number; right?: number; firstLine?: number };
  borders?: Xml;
  keepNext?: boolean;
  heading?: boolean;
  /** Ends a section of pages. */
  section?: Xml;
};

export function paragraph(runs: Xml[], style: ParagraphStyle = {}): Xml {
  const { align, before = 0, after = 0, exactly, indent, borders, keepNext, heading, section } = style;
  return xml`<w:p><w:pPr>${keepNext ? kept : ''}<w:widowControl/>${borders ? xml`<w:pBdr>${borders}</w:pBdr>` : ''}<w:spacing w:before="${before}" w:after="${after}" ${exactly === undefined ? single : xml`w:line="${exactly}" w:lineRule="exact"`}/>${indent ? indented(indent) : ''}${align ? xml`<w:jc w:val="${align}"/>` : ''}${heading ? outlined : ''}${section}</w:pPr>${runs}</w:p>
`;
}

const kept = xml`<w:keepNext/>`;
/** The rule is named: left out, the line would be 12 points whatever the type. */
const single = xml`w:line="240" w:lineRule="auto"`;
const outlined = xml`<w:outlineLvl w:val="0"/>`;

function indented({ left = 0, right = 0, firstLine = 0 }: NonNullable<ParagraphStyle['indent']>): Xml {
  return xml`<w:ind w:left="${left}" w:right="${right}" w:firstLine="${firstLine}"/>`;
}

/** `margin` is the room left and right of what stands in its cells; Word's own where it is left out. `headed` by its first row. */
export type TableStyle = { widths: number[]; borders: Xml; indent?: number; margin?: number; headed?: boolean };

/** Of fixed widths: a word longer than its column is broken by Word, and no table leaves the page. */
export function table({ widths, borders, indent, margin, headed }: TableStyle, rows: Xml[]): Xml {
  return xml`<w:tbl><w:tblPr><w:tblW w:w="${sum(widths)}" w:type="dxa"/>${indent === undefined ? '' : xml`<w:tblInd w:w="${indent}" w:type="dxa"/>`}<w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>${margin === undefined ? '' : marginsOf(margin)}${headed ? firstRowHeads : ''}</w:tblPr><w:tblGrid>${widths.map(width => xml`<w:gridCol w:w="${width}"/>`)}</w:tblGrid>
${rows}</w:tbl>
`;
}

function marginsOf(side: number): Xml {
  return xml`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar>`;
}

const firstRowHeads = xml`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`;

export type RowStyle = {
  height?: number;
  /** Repeated on each page. */
  heading?: boolean;
  /** May be broken by a page, as no other row is. */
  splits?: boolean;
};

export function row(cells: Xml[], { height, heading, splits }: RowStyle = {}): Xml {
  return xml`<w:tr><w:trPr>${splits ? '' : whole}${height === undefined ? '' : xml`<w:trHeight w:val="${height}" w:hRule="exact"/>`}${heading ? repeated : ''}</w:trPr>${cells}</w:tr>
`;
}

const whole = xml`<w:cantSplit/>`;
const repeated = xml`<w:tblHeader/>`;

export type CellStyle = {
  middle?: boolean;
  /** How many columns it spans. */
  columns?: number;
  /** The first of cells that are one from row to row, or one of those below it. */
  joined?: 'begins' | 'goes on';
};

export function cell(width: number, content: Xml[], { middle, columns = 1, joined }: CellStyle = {}): Xml {
  return xml`<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${columns > 1 ? xml`<w:gridSpan w:val="${columns}"/>` : ''}${joined ? xml`<w:vMerge w:val="${joined === 'begins' ? 'restart' : 'continue'}"/>` : ''}${middle ? xml`<w:vAlign w:val="center"/>` : ''}</w:tcPr>${content}</w:tc>`;
}

export type Line = { size: number; color: string };

/** A thin black line. */
export const thin: Line = { size: 4, color: '000000' };

type Side = 'top' | 'left' | 'bottom' | 'right' | 'insideH' | 'insideV';

/** The same line on some sides; on the others, none. */
export function bordered(line: Line, on: Side[], all: Side[]): Xml {
  return xml`${all.map(side =>
    on.includes(side)
      ? xml`<w:${side} w:val="single" w:sz="${line.size}" w:space="1" w:color="${line.color}"/>`
      : xml`<w:${side} w:val="none" w:sz="0" w:space="0" w:color="auto"/>`,
  )}`;
}

/** The sides of a paragraph or a box, and those of a table, in the standard's order. */
export const around: Side[] = ['top', 'left', 'bottom', 'right'];
export const throughout: Side[] = [...around, 'insideH', 'insideV'];
