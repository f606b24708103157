import type { Table } from '../../shared/domain/letter/letter.ts';
import { isNumber, roomAfter, widestFraction } from './at-the-comma.ts';
import { fewerLines } from './fewer-lines.ts';
import type { Face } from './fonts.ts';
import { type PlacedCell, placesOf, widthAcross } from './head-places.ts';
import { layout, type Orientation, pointsOf, textArea } from './layout.ts';
import { widthOf } from './measure.ts';
import { sum } from './sum.ts';
import { type Share, sharedOut } from './table-widths.ts';

/** How a table stands on its page. Lengths in points. */
export type TableLayout = {
  /** The size of its type. */
  size: number;
  /** The room left and right of the words in a cell. */
  inset: number;
  /** Of each column, in whole twentieths of a point; together the page between its margins. */
  widths: number[];
  /** Of each column that aligns numbers: how far its longest fraction reaches, in parts of the size of type. */
  fractions: (number | undefined)[];
  /** False when a word or a number is wider than its column can be, or the head as tall as the page: no page is left, but words break. */
  fits: boolean;
  /** False when the head is too tall to stand on every page. */
  repeats: boolean;
};

type Setting = { size: number; inset: number };

/** The smallest that is still read on paper. */
const smallest: Setting = { size: 8, inset: 2 };

/** From the size that is used to the smallest, with less and less room about the words. */
const settings: Setting[] = [
  { size: layout.table.size, inset: 5.4 },
  { size: layout.table.size, inset: 3.4 },
  ...[11.5, 11, 10.5, 10].map(size => ({ size, inset: 2.8 })),
  ...[9.5, 9, 8.5].map(size => ({ size, inset: 2 })),
  smallest,
];

/** The sizes of type that a table may be set in. */
export const sizes = [...new Set(settings.map(({ size }) => size))];

/** A word wider than so many times its size may break anywhere: an address of the web, letters without a blank. */
const mayBreak = 10;

/** The page between its margins, points. */
export function roomOn(orientation: Orientation): { width: number; height: number } {
  const { width, height } = textArea(orientation);
  return { width: pointsOf(width), height: pointsOf(height) };
}

/**
 * The layout that a table's own texts ask for, as measured: the largest type in which every word and number stands whole, and
 * the width that is left given where it saves most lines. In a table too wide for any type, words break; none leaves the page.
 */
export function layoutOf(table: Table, orientation?: Orientation): TableLayout {
  const room = roomOn(orientation);
  const columns = measured(table);
  const places = placesOf(table.head);
  const spans = spansIn(places);
  const fitting = settings.find(setting => sum(leastWidths(columns, spans, setting)) <= room.width);
  const { size, inset } = fitting ?? smallest;
  const least = leastWidths(columns, spans, { size, inset });
  const widths = fitting
    ? smoothed(sharedOut(sharesOf(columns, { size, inset, least }), room.width), columns, { size, inset, least })
    : squeezed(least, room.width);
  const set = { size, inset, widths: inTwentieths(widths), fractions: columns.map(({ fraction }) => fraction) };
  const repeats = heightOfHead(places, set) <= room.height / 2;
  return { ...set, fits: fitting !== undefined && repeats, repeats };
}

/** True of a row that hardly fits on one page: it may be broken, and no other. */
export function isTall(
  { cells }: Table['rows'][number],
  { size, inset, widths }: TableLayout,
  orientation: Orientation,
) {
  const { height } = roomOn(orientation);
  return cells.some(
    (text, at) => text.length > 100 && heightOf(text, (widths[at] ?? 0) - 2 * inset, size) > height / 2,
  );
}

/** True of a text with a word wider than the room it has (points): it breaks between any two letters. */
export function breaksWords(
  text: string,
  face: '400Regular' | '700Bold',
  { size, room }: { size: number; room: number },
) {
  return text.length * size > room && text.split(' ').some(word => widthOf(word, face, size) > room);
}

/** A text as measured, in parts of the size of type: its words, the room after the last, and how often it is set. */
type Text = { words: number[]; after: number; times: number; word: number };

/**
 * A column: the texts of its rows, those of its head that stand over it alone, by the rows of the head, and the widest word of all
 * these.
 */
type Measured = { heads: (Text | undefined)[]; rows: Text[]; word: number; fraction: number | undefined };

function measured({ columns, head, rows }: Table): Measured[] {
  const places = placesOf(head);
  // A head stands once on each page, and is as tall as the tallest of its cells: a line saved in one of them seldom saves one.
  const times = Math.max(0.5, rows.length / 60);
  return columns.map(({ align }, at) => {
    const texts = rows.map(({ cells }) => cells[at] ?? '');
    const fraction = align === 'decimal' ? widestFraction(texts) : undefined;
    const heads = places.map(cells => {
      const own = cells.find(({ cell, from }) => from === at && cell.columns === 1);
      return own && textOf(own.cell.text, { face: '700Bold', after: 0, times });
    });
    const own = rows.map(({ weight }, row) => {
      const text = texts[row] ?? '';
      return textOf(text, { face: faceOf(weight), after: roomAfter(text, fraction), times: 1 });
    });
    const word = [...heads, ...own].reduce((widest, each) => Math.max(widest, each?.word ?? 0), 0);
    return { heads, rows: own, word, fraction };
  });
}

function textOf(text: string, { face, after, times }: { face: Face; after: number; times: number }): Text {
  const split = text.split(' ');
  const words = split.map(word => widthOf(word, face, 1));
  const word = words.reduce((widest, width, at) => {
    const whole = isNumber(split[at] ?? '') ? width : Math.min(width, mayBreak);
    return Math.max(widest, at === words.length - 1 ? whole + after : whole);
  }, 0);
  return { words, after, times, word };
}

/** How wide a text is on one line. */
function wholeOf({ words, after }: Text): number {
  return sum(words) + (words.length - 1) * blank + after;
}

/** A space, as wide in each face. */
const blank = 0.25;

/** A type with the least that columns can be in it. */
type Tight = Setting & { least: number[] };

/** What each column can use of the width. */
function sharesOf(columns: Measured[], { size, inset, least }: Tight): Share[] {
  return columns.map(({ heads, rows }, column) => {
    const texts = [...heads.filter(text => text !== undefined), ...rows];
    const lines = texts.map(text => ({ width: wholeOf(text) * size, times: text.times }));
    const narrowest = least[column] ?? 0;
    const widest = lines.reduce((most, { width }) => Math.max(most, width), 0);
    return { lines, least: narrowest, most: Math.max(narrowest, widest + 2 * inset + slack), margin: 2 * inset };
  });
}

/** Widths as wide together, in which rows have fewer lines. */
function smoothed(widths: number[], columns: Measured[], { size, inset, least }: Tight): number[] {
  const about = 2 * inset + slack;
  const wordsOf = (text: Text | undefined) =>
    text ? { widths: text.words.map(word => word * size), after: text.after * size } : { widths: [], after: 0 };
  const heads = (columns[0]?.heads ?? []).map((_, level) => ({
    cells: columns.map(column => wordsOf(column.heads[level])),
    times: columns[0]?.heads.find(Boolean)?.times ?? 1,
  }));
  const rows = (columns[0]?.rows ?? []).map((_, row) => ({
    cells: columns.map(column => wordsOf(column.rows[row])),
    times: 1,
  }));
  const inner = fewerLines([...heads, ...rows], {
    widths: widths.map(width => width - about),
    least: least.map(width => width - about),
    blank: blank * size,
  });
  return inner.map(width => width + about);
}

/** A head over several columns, and its widest word. */
type Span = { placed: PlacedCell; word: number };

function spansIn(places: PlacedCell[][]): Span[] {
  return places
    .flat()
    .filter(({ cell }) => cell.columns > 1)
    .map(placed => ({ placed, word: textOf(placed.cell.text, { face: '700Bold', after: 0, times: 1 }).word }));
}

/** The least that columns can be: their widest words, and together those of the heads that span them. */
function leastWidths(columns: Measured[], spans: Span[], { size, inset }: Setting): number[] {
  const least = columns.map(({ word }) => word * size + 2 * inset + slack);
  for (const { placed, word } of spans) {
    const { cell, from } = placed;
    const lacking = word * size + 2 * inset + slack - widthAcross(placed, least);
    for (let at = from; at < from + cell.columns && lacking > 0; at += 1) {
      least[at] = (least[at] ?? 0) + lacking / cell.columns;
    }
  }
  return least;
}

/** Columns that do not fit, made to: the widest give way first, down to one width for all. */
function squeezed(widths: number[], room: number): number[] {
  const sorted = widths.toSorted((one, other) => one - other);
  let left = room;
  for (const [at, width] of sorted.entries()) {
    const each = left / (sorted.length - at);
    if (width > each) return widths.map(own => Math.min(own, each));
    left -= width;
  }
  return widths;
}

function heightOfHead(
  places: PlacedCell[][],
  { size, inset, widths }: { size: number; inset: number; widths: number[] },
) {
  const heights = places.map(cells =>
    cells.map(placed => {
      const width = widthAcross(placed, widths) - 2 * inset;
      return heightOf(placed.cell.text, width, size) / placed.cell.rows;
    }),
  );
  return sum(heights.map(row => Math.max(0, ...row)));
}

/** About how tall a text is in a width, rather too tall. */
function heightOf(text: string, width: number, size: number): number {
  const lines = Math.ceil((widthOf(text, '700Bold', size) * 1.2) / Math.max(width, 1)) + 1;
  return lines * size * (layout.line.ascent + layout.line.descent + layout.line.gap);
}

export function faceOf(weight: Table['rows'][number]['weight']): '400Regular' | '700Bold' {
  return weight === undefined ? '400Regular' : '700Bold';
}

/** Word and Typst round each letter a little differently. */
const slack = 0.6;

/** Rounded down, since together they may not be wider than the page. */
function inTwentieths(widths: number[]): number[] {
  return widths.map(width => Math.floor(width * 20) / 20);
}
