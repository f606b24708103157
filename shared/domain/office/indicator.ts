import * as z from 'zod/mini';
import { Decimal } from '../text/decimal.ts';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { Owing } from './owing-units.ts';
import { Owner } from './owner.ts';
import { Saying } from './saying.ts';
import { MonthsOfYear, Validity } from './validity.ts';

/**
 * With what a figure is compared: the term before, the same term last year (both named as they were when every report was a
 * month's), or the year's plan. `as` percent of the base; points, where the figure is itself a percentage; ratio, "bằng 101,2%"; or
 * the amount between them, "giảm 400 vụ".
 * From `timesFrom` times the base on it is told as "gấp 2,02 lần". `source` is which of two plans; `says` are
 * the words for this one comparison in place of the office's usual ones.
 */
export const Comparison = z.strictObject({
  with: z.enum(['previous-month', 'same-month-last-year', 'plan']),
  as: z.enum(['percent', 'points', 'ratio', 'amount']),
  decimals: z.int().check(z.minimum(0), z.maximum(6)),
  timesFrom: z.optional(Decimal),
  source: z.optional(Id),
  says: z.optional(z.string().check(z.maxLength(200))),
});
export type Comparison = z.infer<typeof Comparison>;

const Percent = z.string().check(z.regex(/^\d{1,6}(\.\d{1,3})?$/, 'phải là phần trăm, ví dụ 50'));

/**
 * What an indicator is, which says what its year so far is: a flow adds up, as does a count; of a stock it is the last value; a
 * rate is never summed; of an index only changes are told, and that of its year so far is handed in.
 */
export const IndicatorKind = z.enum(['flow', 'stock', 'rate', 'index', 'count']);
export type IndicatorKind = z.infer<typeof IndicatorKind>;

/** True of what several terms make a sum of: a stock is its last value, a rate or an index is never summed. */
export function addsUp({ kind = 'flow' }: { kind?: IndicatorKind | undefined }): boolean {
  return kind === 'flow' || kind === 'count';
}

/** How one figure is made of the units'; none where a total means nothing. A formula makes its total from others' totals. */
export const Total = z.enum(['sum', 'mean', 'least', 'most', 'none']);
export type Total = z.infer<typeof Total>;

/**
 * Chỉ tiêu. `phrase` opens the sentence; in it "{tháng}" stands for "10" and "{tháng/năm}" for "10/2021".
 * `shows` level: "… đạt 3.781 tỷ đồng, tăng …"; change: only the change is printed.
 * `limits`: what a figure is taken beyond only with an explanation; `change` is percent of the unit's own history.
 *
 * It is owed by one unit (`owner`) or by many (`owedBy`, with its `total`); or by nobody: computed from others by a `formula`, or
 * taken from the months another report issued (`source`). A flow without a kind is what every indicator was before there were kinds.
 */
export const Indicator = z.strictObject({
  code: Id,
  name: Line,
  phrase: Line,
  unitOfMeasure: z.string().check(z.maxLength(40)),
  decimals: z.int().check(z.minimum(0), z.maximum(9)),
  shows: z.enum(['level', 'change']),
  owner: Owner,
  comparisons: z.array(Comparison),
  limits: z.strictObject({ least: z.optional(Decimal), most: z.optional(Decimal), change: z.optional(Percent) }),
  kind: z.optional(IndicatorKind),
  owedBy: z.optional(Owing),
  total: z.optional(Total),
  formula: z.optional(z.string().check(z.maxLength(500))),
  source: z.optional(z.strictObject({ report: Id, indicator: Id })),
  /** The year so far: told after the figure itself, with these comparisons. */
  yearToDate: z.optional(z.strictObject({ comparisons: z.array(Comparison) })),
  /** The indicator in whose sentence this one stands; its parts sum to it within `tolerance` where that is given. */
  partOf: z.optional(Id),
  tolerance: z.optional(Decimal),
  saying: z.optional(Saying),
  /** Counts below ten are written with two digits, "02 dự án". */
  twoDigits: z.optional(z.boolean()),
  months: z.optional(MonthsOfYear),
  ...Validity,
});
export type Indicator = z.infer<typeof Indicator>;
