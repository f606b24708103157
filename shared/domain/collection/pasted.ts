import type { Indicator } from '../office/indicator.ts';
import { folded } from '../text/folded.ts';
import { readNumeral } from '../text/numeral.ts';
import { isOtherUnit } from '../text/unit-of-measure.ts';
import { inALine } from './cells.ts';

/** What cells of a sheet say: a numeral as typed by indicator, and every row that filled nothing, with why. */
export type Pasted = { values: Map<string, string>; unread: Unread[] };
export type Unread = { row: string; why: string };

/** What stands above the columns of the house's own sheet. */
export const sheetHeading = ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu'];

/**
 * Finds the figures in rows of cells. A row belongs to the indicator it names, by name or code, and its figure is the one
 * numeral after that; with two, in a row or in several, nobody knows which is meant and none is taken. Where no row names any, rows of
 * one cell each are taken in the form's order: all of them if there are as many, or those from the indicator `from` on, whose field
 * they were pasted into.
 */
export function figuresPasted(rows: string[][], indicators: Indicator[], from?: string): Pasted {
  const inOrder = columnOf(rows, indicators, from);
  if (inOrder) return inOrder;
  const named = namesOf(indicators);
  const found = rows.filter(row => !isHeading(row)).map(row => ({ row: inALine(row), ...figureIn(row, named) }));
  const said = new Map(indicators.map(({ code }): [string, string[]] => [code, []]));
  for (const { indicator, numerals } of found) if (indicator) said.get(indicator.code)?.push(...numerals);
  const settled = new Map(
    indicators.flatMap(({ code, unitOfMeasure }) => {
      const numerals = said.get(code) ?? [];
      const meanings = new Set(numerals.map(numeral => meaningOf(numeral, unitOfMeasure)));
      return meanings.size === 1 ? [[code, numerals[0] as string]] : [];
    }),
  );
  const unread = found.flatMap(({ row, indicator, numerals, why }) => {
    if (indicator && numerals.length > 0 && settled.has(indicator.code)) return [];
    return [{ row, why: why ?? (numerals.length > 1 ? 'có nhiều số' : 'chỉ tiêu này có nhiều số khác nhau') }];
  });
  return { values: settled, unread };
}

/** One numeral a row, in the form's order. */
function columnOf(rows: string[][], indicators: Indicator[], from: string | undefined): Pasted | undefined {
  const first = from === undefined ? 0 : indicators.findIndex(({ code }) => code === from);
  const filled = indicators.slice(first);
  if (from === undefined && rows.length !== indicators.length) return undefined;
  const numerals = rows.map((row, at) => {
    const [cell = '', ...others] = row.filter(Boolean);
    return others.length === 0 && isNumeral(cell, filled[at]) ? cell : undefined;
  });
  if (!numerals.every(numeral => numeral !== undefined)) return undefined;
  return {
    values: new Map(numerals.slice(0, filled.length).map((cell, at) => [(filled[at] as Indicator).code, cell])),
    unread: numerals.slice(filled.length).map(row => ({ row, why: 'không còn ô nào bên dưới' })),
  };
}

type Found = { indicator?: Indicator; numerals: string[]; why?: string };

function figureIn(row: string[], named: Named): Found {
  const names = row.map(cell => indicatorIn(cell, named));
  const at = names.findIndex(indicator => indicator !== undefined);
  const indicator = names[at];
  if (!indicator) return { numerals: [], why: 'không nêu chỉ tiêu nào của đơn vị' };
  if (names.some(other => other && other !== indicator)) return { numerals: [], why: 'nêu nhiều chỉ tiêu' };
  const cells = row.slice(at + 1);
  const unit = indicator.unitOfMeasure;
  if (cells.some(cell => isOtherUnit(cell, unit)))
    return { indicator, numerals: [], why: unit ? `đơn vị tính phải là ${unit}` : 'chỉ tiêu này không có đơn vị tính' };
  const numerals = cells.filter(cell => isNumeral(cell, indicator));
  return { indicator, numerals, ...(numerals.length === 0 ? { why: 'không có số' } : {}) };
}

/** What the indicators may be called, to the letter; and as `bare` leaves it. A name that two would have is nobody's. */
type Named = { exact: ReadonlyMap<string, Indicator | undefined>; bare: ReadonlyMap<string, Indicator | undefined> };

/** By code or name, and by name with the unit of measure behind it. */
function namesOf(indicators: Indicator[]): Named {
  const [exact, bare] = [new Map<string, Indicator | undefined>(), new Map<string, Indicator | undefined>()];
  const put = (named: typeof exact, names: string[], indicator: Indicator) => {
    for (const each of new Set(names)) named.set(each, named.has(each) ? undefined : indicator);
  };
  for (const indicator of indicators) {
    const { code, name, unitOfMeasure: unit } = indicator;
    const withUnit = unit ? [`${name} (${unit})`, `${name}, ${unit}`, `${name} - ${unit}`, `${name} ${unit}`] : [];
    const names = [code, name, ...withUnit].map(folded);
    put(exact, names, indicator);
    put(bare, names.map(withoutMark), indicator);
  }
  return { exact, bare };
}

/** A name is a line of 500 characters, in whichever form its accents are. */
const longestName = 2_000;

function indicatorIn(cell: string, { exact, bare }: Named): Indicator | undefined {
  if (cell.length > longestName) return undefined;
  const name = folded(cell);
  return exact.get(name) ?? bare.get(withoutMark(name));
}

/** A name without the number or mark of an item before it, and what punctuation stands behind it. */
function withoutMark(name: string): string {
  return name
    .replace(/^(?:[-+*•●]|(?:(?:\d{1,3}|[ivx]{1,4}|\p{L})[.)]){1,4}(?:\d{1,3} )?)/u, '')
    .replace(/(?:[:.,;*]|\(\*{1,3}\)){1,4}$/, '');
}

function isHeading(row: string[]): boolean {
  return row.every(cell => cell === '' || headings.has(folded(cell)));
}

const headings = new Set(sheetHeading.map(folded));

function isNumeral(cell: string, indicator: Indicator | undefined): boolean {
  return readNumeral(cell, indicator?.unitOfMeasure).kind !== 'invalid';
}

/** Numerals of one meaning are the same, however they are written. */
function meaningOf(cell: string, unitOfMeasure: string): string {
  const numeral = readNumeral(cell, unitOfMeasure);
  return numeral.kind === 'number' ? numeral.value : cell;
}
