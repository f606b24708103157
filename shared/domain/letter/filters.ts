import { dateLine, dateWithSlashes } from '../calendar/day.ts';
import { compared, dividedBy, type Exact, exact, minus, plus, rounded, sum, times } from '../figures/exact.ts';
import { writeCount, writeNumeral } from '../text/numeral.ts';
import { isInset } from './inset.ts';
import type { Block } from './letter.ts';
import { exactOf, type NumberValue, numberValue } from './number-value.ts';
import { roman } from './roman.ts';

/**
 * The filters of letter.md that know numbers, days and rows; docs/huong-dan.md lists them for the office. What is no number stays
 * nothing: a value that is not known is never taken for nought.
 */
export const filters: Record<string, (...given: never[]) => unknown> = {
  plus: (one: unknown, other: unknown) => operated(plus, one, other),
  minus: (one: unknown, other: unknown) => operated(minus, one, other),
  times: (one: unknown, other: unknown) => operated(times, one, other),
  divided_by: (one: unknown, other: unknown) => operated(dividedBy, one, other),
  abs: (one: unknown) => {
    const value = exactOf(one);
    return value && numberValue(value.over.lt(0) ? times(value, exact(-1)) : value);
  },
  round: (one: unknown, decimals: unknown = 0) => {
    const value = exactOf(one);
    return value && numberValue(exact(rounded(value, Number(decimals))));
  },
  /** "1.234,5", rounded to so many decimals where that is said. */
  so: (one: unknown, decimals?: unknown) => written(one, decimals, writeNumeral),
  /** "02": a count below ten. */
  hai_chu_so: (one: unknown) => written(one, 0, writeCount),
  /** "12,5%" of a share, 0.125. */
  phan_tram: (one: unknown, decimals: unknown = 1) => {
    const value = exactOf(one);
    return value && `${writeNumeral(rounded(times(value, exact(100)), Number(decimals)))}%`;
  },
  /** "15/8/2025": days below ten and months 1, 2 take a 0. */
  ngay: (date: unknown) => (typeof date === 'string' ? dateWithSlashes(date) : undefined),
  /** "ngày 15 tháng 8 năm 2025". */
  ngay_chu: (date: unknown) => (typeof date === 'string' ? dateLine(date) : undefined),
  /** "III". */
  la_ma: (one: unknown) => roman(Number(exactOf(one)?.over.toFixed() ?? 0)),
  /** Numbers the paragraphs of outcomes, "1. …", on across units. */
  danh_so: (value: unknown) => (isInset(value) ? { ...value, paragraphs: value.paragraphs.map(numbered) } : value),
  /** The sum of a column of rows; of none it is nought. */
  sum: (rows: unknown, column: unknown) => {
    const values = valuesOf(rows, column);
    return numberValue(sum(values) ?? exact(0));
  },
  /** Rows by a number of theirs, the least first; those without it come last. */
  xep_tang: (rows: unknown, column: unknown) => ordered(rows, column, 1),
  xep_giam: (rows: unknown, column: unknown) => ordered(rows, column, -1),
};

function operated(
  operate: (one: Exact, other: Exact) => Exact | undefined,
  one: unknown,
  other: unknown,
): NumberValue | undefined {
  const [left, right] = [exactOf(one), exactOf(other)];
  const result = left && right && operate(left, right);
  return result && numberValue(result);
}

function written(one: unknown, decimals: unknown, write: (value: string) => string): string | undefined {
  const value = exactOf(one);
  return value && write(rounded(value, decimals === undefined ? 12 : Number(decimals)));
}

function valuesOf(rows: unknown, column: unknown): Exact[] {
  return list(rows).flatMap(row => exactOf(cell(row, column)) ?? []);
}

function ordered(rows: unknown, column: unknown, direction: 1 | -1): unknown[] {
  return list(rows).toSorted((one, other) => {
    const [left, right] = [exactOf(cell(one, column)), exactOf(cell(other, column))];
    if (!left || !right) return (left ? 0 : 1) - (right ? 0 : 1);
    return compared(left, right) * direction;
  });
}

function list(rows: unknown): unknown[] {
  return Array.isArray(rows) ? rows : [];
}

/** "gia_tri", or deeper "so.xuat-khau.gia_tri". */
function cell(row: unknown, column: unknown): unknown {
  return String(column)
    .split('.')
    .reduce<unknown>(
      (value, name) => (value instanceof Object && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined),
      row,
    );
}

function numbered(block: Block, at: number): Block {
  return block.kind === 'table' ? block : { kind: 'paragraph', runs: [{ text: `${at + 1}. ` }, ...block.runs] };
}
