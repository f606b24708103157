import { widthOf } from './measure.ts';

/** "1.298,3", "-4", "2.297,40": a number as a letter writes it. */
const numeral = /^[-\u2212]?\d[\d.]*(?:,\d+)?$/;

/** What a cell says where nothing is known: it stands where a whole number would. */
const nothing = '-';

/** True of a cell that is a number, or stands for one. */
export function isNumber(text: string): boolean {
  return text === nothing || numeral.test(text);
}

/** How wide the part of a number from its comma on is, in parts of the size of type; words have none. */
export function fractionOf(text: string): number {
  return isNumber(text) && text.includes(',') ? widthOf(text.slice(text.indexOf(',')), '400Regular', 1) : 0;
}

/** The widest fraction of a column of cells, in parts of the size of type. */
export function widestFraction(texts: string[]): number {
  return texts.reduce((widest, text) => Math.max(widest, fractionOf(text)), 0);
}

/**
 * The room right of a number that brings its comma under those of its column, in parts of the size of type. Set as an indent,
 * it needs no tab and no blank in the cell, and no country's own decimal mark in the reader's settings. Nothing where its column
 * aligns no numbers.
 */
export function roomAfter(text: string, widest: number | undefined): number {
  return widest !== undefined && isNumber(text) ? widest - fractionOf(text) : 0;
}
