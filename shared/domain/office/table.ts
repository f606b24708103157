import * as z from 'zod/mini';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { MonthsOfYear } from './validity.ts';

/** Text of a table that may be empty, or name the period's places, "Tháng {tháng} so tháng {tháng trước} (%)". */
const Words = z.string().check(z.maxLength(500));

/**
 * A column. `shows` is what stands in it: "number" (TT), "name", "unit-of-measure" or "note"; else a formula over
 *
 * - rows of indicators: the measures of the row's indicator: value, previous, last-year, year-to-date, year-to-date-last-year, plan,
 *   plan.<source>: "year-to-date / plan * 100"
 * - rows of units: indicators of the row's unit, each alone or with a measure: "gieo-cay", "gieo-cay / gieo-cay.plan * 100"
 * - rows of a list: the list's columns: "da-giai-ngan / ke-hoach-von * 100"; a column of text by its name alone
 *
 * `over` are the heads that it shares with its neighbours, outermost first; `label` stands in the row of column numbers, "3=2/1".
 */
export const TableColumn = z.strictObject({
  heading: Words,
  over: z.optional(z.array(Words)),
  shows: z.string().check(z.maxLength(500)),
  decimals: z.optional(z.int().check(z.minimum(0), z.maximum(9))),
  label: z.optional(Words),
  align: z.optional(z.enum(['left', 'center', 'right'])),
  months: z.optional(MonthsOfYear),
});
export type TableColumn = z.infer<typeof TableColumn>;

/** The rows: indicators in groups, the units that owe, or a list's rows. */
export const TableRows = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('indicators'),
    groups: z
      .array(z.strictObject({ title: z.optional(Line), indicators: z.array(Id).check(z.minLength(1)) }))
      .check(z.minLength(1)),
  }),
  z.strictObject({ of: z.literal('units'), total: z.optional(Line) }),
  z.strictObject({
    of: z.literal('list'),
    list: Id,
    byUnit: z.optional(z.boolean()),
    subtotals: z.optional(z.boolean()),
    total: z.optional(Line),
  }),
]);
export type TableRows = z.infer<typeof TableRows>;

/** The head box of a statistical form, and who signs at its foot (Thông tư's "Biểu số … Ban hành theo …"). */
export const FormHead = z.strictObject({
  bieuSo: Words,
  banHanhTheo: Words,
  ngayNhan: z.optional(Words),
  kyBaoCao: z.optional(Words),
  donViBaoCao: z.optional(Words),
  donViNhan: z.optional(Words),
  foot: z.optional(z.array(Words)),
});
export type FormHead = z.infer<typeof FormHead>;

/**
 * A table of a letter: in its body, where letter.md says "{{ bang.<id> }}", or as an annex (Phụ lục) of its own. One whose rows
 * are none is not printed.
 */
export const Table = z.strictObject({
  id: Id,
  title: Words,
  annex: z.boolean(),
  orientation: z.enum(['portrait', 'landscape']),
  rows: TableRows,
  columns: z.array(TableColumn).check(z.minLength(1), z.maxLength(40)),
  /** Said under it, each a line; "{thiếu}" stands for the units that are missing, and a line with it is left out when none is. */
  notes: z.optional(z.array(Words)),
  form: z.optional(FormHead),
  months: z.optional(MonthsOfYear),
});
export type Table = z.infer<typeof Table>;
