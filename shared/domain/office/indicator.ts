import * as z from 'zod/mini';
import { Decimal } from '../text/decimal.ts';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { Owner } from './owner.ts';
import { Validity } from './validity.ts';

/** With what a figure is compared; `as` percent of the base, or points where the figure is itself a percentage. */
export const Comparison = z.strictObject({
  with: z.enum(['previous-month', 'same-month-last-year']),
  as: z.enum(['percent', 'points']),
  decimals: z.int().check(z.minimum(0), z.maximum(6)),
});
export type Comparison = z.infer<typeof Comparison>;

const Percent = z.string().check(z.regex(/^\d{1,6}(\.\d{1,3})?$/, 'phải là phần trăm, ví dụ 50'));

/**
 * Chỉ tiêu. `phrase` opens the sentence; in it "{tháng}" stands for "10" and "{tháng/năm}" for "10/2021".
 * `shows` level: "… đạt 3.781 tỷ đồng, tăng …"; change: only the change is printed.
 * `limits`: what a figure is taken beyond only with an explanation; `change` is percent of the unit's own history.
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
  ...Validity,
});
export type Indicator = z.infer<typeof Indicator>;
