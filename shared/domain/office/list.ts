import * as z from 'zod/mini';
import { Decimal } from '../text/decimal.ts';
import { folded } from '../text/folded.ts';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { Owing } from './owing-units.ts';
import { Owner } from './owner.ts';
import { Rule } from './rule.ts';
import { MonthsOfYear, Validity } from './validity.ts';

/** A column of a list: text, a number, a date, one of some choices; or, with a formula, a number computed from the row's others. */
export const ListColumn = z.strictObject({
  code: Id,
  name: Line,
  kind: z.enum(['text', 'number', 'date', 'choice']),
  unitOfMeasure: z.optional(z.string().check(z.maxLength(40))),
  decimals: z.optional(z.int().check(z.minimum(0), z.maximum(9))),
  choices: z.optional(z.array(Line)),
  /** False where a row may leave it empty. */
  required: z.optional(z.boolean()),
  formula: z.optional(z.string().check(z.maxLength(500))),
  limits: z.optional(z.strictObject({ least: z.optional(Decimal), most: z.optional(Decimal) })),
});
export type ListColumn = z.infer<typeof ListColumn>;

/**
 * A cell that every row has beside its columns: the explanation of what stands out in it. An office may make a column of text of it,
 * so that its letter can show it.
 */
export const rowNote = 'giai-trinh';

/** The explanation of a row as a column, of those that the office named none. */
export const explanation: ListColumn = { code: rowNote, name: 'Giải trình', kind: 'text', required: false };

/** The choice that was meant, as the office writes it: mostly it is typed so. Undefined of what is none of them. */
export function choiceMeant(typed: string, choices: string[]): string | undefined {
  if (choices.includes(typed)) return typed;
  const name = folded(typed);
  return choices.find(choice => folded(choice) === name);
}

/** A column's name, with what its numbers are of: "Kế hoạch vốn (triệu đồng)". */
export function columnHead({ name, unitOfMeasure }: ListColumn): string {
  return unitOfMeasure ? `${name} (${unitOfMeasure})` : name;
}

/** The columns that a unit fills in; the others are computed. */
export function columnsAsked({ columns }: Pick<List, 'columns'>): ListColumn[] {
  return columns.filter(({ formula }) => formula === undefined);
}

/** As many rows a unit may hand in. */
export const mostRows = 500;

/** Bảng kê: rows that each owing unit adds; those of its last period come filled in where `carriesOver` is true. */
export const List = z.strictObject({
  id: Id,
  name: Line,
  owner: z.optional(Owner),
  owedBy: z.optional(Owing),
  columns: z.array(ListColumn).check(z.minLength(1), z.maxLength(20)),
  rules: z.optional(z.array(Rule)),
  carriesOver: z.optional(z.boolean()),
  most: z.optional(z.int().check(z.minimum(1), z.maximum(mostRows))),
  months: z.optional(MonthsOfYear),
  ...Validity,
});
export type List = z.infer<typeof List>;
