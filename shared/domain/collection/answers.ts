import * as z from 'zod/mini';
import { FigureState } from '../figures/figure.ts';
import { Id } from '../text/id.ts';
import { withLineEnds } from '../text/line-ends.ts';
import { longest } from './longest.ts';

/**
 * A text as typed. What is kept is read back by this, so it bounds nothing: how long a text may be is checked when it comes
 * in (`tooLong`), by the count that is told here to whoever reads the API's document.
 */
const textUpTo = (maxLength: number) =>
  z
    .string()
    .check(
      z.overwrite(withLineEnds),
      z.meta({ maxLength, description: 'Đếm ký tự Unicode ở dạng NFC; mỗi lần xuống dòng là một.' }),
    );

const Typed = textUpTo(longest.numeral);

/**
 * What a clerk types for one indicator, as typed: numerals the Vietnamese way.
 * `restates` corrects the figure of the month before; `changes` gives a change itself where the office has no base.
 */
export const TypedFigure = z.strictObject({
  state: FigureState,
  value: z.optional(Typed),
  restates: z.optional(Typed),
  changes: z.optional(
    z.strictObject({
      'previous-month': z.optional(Typed),
      'same-month-last-year': z.optional(Typed),
      'year-to-date': z.optional(Typed),
    }),
  ),
  note: z.optional(textUpTo(longest.note)),
});
export type TypedFigure = z.infer<typeof TypedFigure>;

const Narrative = textUpTo(longest.narrative);

/** How far a task has come: đã hoàn thành, đang thực hiện, chưa thực hiện; or that there is nothing to say of it: không phát sinh. */
export const TaskStatus = z.enum(['done', 'under-way', 'not-begun', 'none']);
export type TaskStatus = z.infer<typeof TaskStatus>;

/** A row of a list as typed: its cells by column, those left empty or not there. */
export const TypedRow = z.record(Id, textUpTo(longest.cell));
export type TypedRow = z.infer<typeof TypedRow>;

/**
 * What a unit answers for a period: figures by indicator, outcomes by task with how far each has come, and further work
 * nobody asked about.
 */
export const Answers = z.strictObject({
  figures: z.record(Id, TypedFigure),
  outcomes: z.record(Id, Narrative),
  statuses: z.optional(z.record(Id, TaskStatus)),
  further: z.optional(Narrative),
  /** Rows by list, each cell by its column as typed. */
  lists: z.optional(z.record(Id, z.array(TypedRow))),
});
export type Answers = z.infer<typeof Answers>;

/** Of whom nothing was typed or handed in. */
export const noAnswers: Answers = { figures: {}, outcomes: {} };

/**
 * One act of handing in. `key` names it, so that sending it again is harmless and its receipt can be asked for;
 * `basedOn` is the revision the clerk saw, 0 for none, so that a colleague's newer one is never overwritten unseen.
 */
export const HandIn = z.strictObject({
  key: z.uuid('mã nộp phải là UUID'),
  basedOn: z.int().check(z.minimum(0), z.maximum(100_000)),
  answers: Answers,
});
export type HandIn = z.infer<typeof HandIn>;
