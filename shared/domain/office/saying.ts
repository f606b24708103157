import * as z from 'zod/mini';

const Words = z.string().check(z.maxLength(200));

/**
 * Cách nói: the words an office makes its sentences of. Each may be left out, for a report or for one indicator; what an indicator
 * does not say its report does, and what neither says is as the letter of a công văn has it. Places: {kỳ} {kỳ này} {tháng} {năm}
 * {tháng/năm} of this term, {kỳ trước} {cùng kỳ} those compared with, {số tháng} how many months of the year, {mức} the number.
 */
export const Saying = z.strictObject({
  /** "đạt". */
  reached: z.optional(Words),
  /** "tăng", "giảm", "không đổi". */
  up: z.optional(Words),
  down: z.optional(Words),
  flat: z.optional(Words),
  /** "ước". */
  estimated: z.optional(Words),
  /** "không phát sinh". */
  none: z.optional(Words),
  /** Said of nought in place of the level and its changes, "không xảy ra vụ nào"; not said, nought is told as any other number. */
  zero: z.optional(Words),
  /** "so với tháng {tháng/năm}" of the term before, and of the same term last year; "" for nothing. */
  previous: z.optional(Words),
  lastYear: z.optional(Words),
  /** What opens the year so far: "lũy kế {số tháng} tháng", or as a sentence of its own ". Tính chung {số tháng} tháng". */
  yearToDate: z.optional(Words),
  /** The year so far against that of last year: "so với cùng kỳ năm trước". */
  yearToDateLastYear: z.optional(Words),
  /** "đạt {mức} kế hoạch năm"; `beyondPlan` where it is passed: "vượt {mức} kế hoạch năm", of which {mức} is what is beyond. */
  plan: z.optional(Words),
  beyondPlan: z.optional(Words),
  /** A comparison told as a ratio: "bằng {mức}"; and from `timesFrom` of a comparison on as "gấp {mức} lần". */
  ratio: z.optional(Words),
  times: z.optional(Words),
  /** What opens the parts of an indicator, "trong đó:", or says where they stand, "(trong đó {các phần})". */
  parts: z.optional(Words),
  /**
   * Said behind the changes where the term before is another number than was issued then: "(số liệu {kỳ} được điều chỉnh từ {cũ}
   * thành {mới})"; not said, the letter is silent of it.
   */
  restated: z.optional(Words),
  /** What stands before the last of several comparisons: "và". */
  and: z.optional(Words),
  /** Said of a total that lacks units: "(chưa gồm số liệu của {đơn vị})". */
  without: z.optional(Words),
});
export type Saying = z.infer<typeof Saying>;

/** Every word, none left out but what is said beyond the plan, of nought, of what was restated, and before the last. */
export type Words = { [Name in keyof Omit<Saying, 'beyondPlan' | 'zero' | 'restated' | 'and'>]-?: string } & {
  beyondPlan?: string | undefined;
  restated?: string | undefined;
  zero?: string | undefined;
  and?: string | undefined;
};

/** As the letter of a công văn has it. */
const usual: Words = {
  reached: 'đạt',
  up: 'tăng',
  down: 'giảm',
  flat: 'không đổi',
  estimated: 'ước',
  none: 'không phát sinh',
  previous: 'so với {kỳ}',
  lastYear: 'so với {kỳ}',
  yearToDate: 'lũy kế {số tháng} tháng',
  yearToDateLastYear: 'so với cùng kỳ năm trước',
  plan: 'đạt {mức} kế hoạch năm',
  ratio: 'bằng {mức}',
  times: 'gấp {mức} lần',
  parts: 'trong đó:',
  without: '(chưa gồm số liệu của {đơn vị})',
};

/** The words an indicator is told in: its own, else its report's, else the usual ones. */
export function wordsOf(...sayings: (Saying | undefined)[]): Words {
  return Object.assign({}, usual, ...sayings);
}
