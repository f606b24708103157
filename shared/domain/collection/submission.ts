import * as z from 'zod/mini';
import type { Given } from '../figures/asking.ts';
import { Figure } from '../figures/figure.ts';
import type { Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import type { Owed } from '../office/owing.ts';
import type { Fault } from '../problem.ts';
import { Id } from '../text/id.ts';
import { narrativeFrom } from '../text/narrative.ts';
import { own } from '../text/own.ts';
import { type Answers, TaskStatus } from './answers.ts';
import { type BrokenRule, brokenRules, isExplained } from './broken-rules.ts';
import { figureFrom } from './figure-from.ts';
import { remarkOn } from './remark.ts';
import { rowsFrom, toExplain, toMend } from './rows-from.ts';
import { tooLong, withUnkeepable } from './typed-fields.ts';
import { heaviestSubmission, weightOf } from './weight.ts';

/** Bản nộp: what a unit handed in, checked and normalised; the letter is made from nothing else. */
export const Submission = z.object({
  figures: z.record(Id, Figure),
  outcomes: z.record(Id, z.string()),
  statuses: z.optional(z.record(Id, TaskStatus)),
  further: z.string(),
  /** Rows by list, their cells by column: numbers as plain decimals, dates as "2025-10-31". */
  lists: z.optional(z.record(Id, z.array(z.record(Id, z.string())))),
});
export type Submission = z.infer<typeof Submission>;

export type Verdict = { kind: 'accepted'; submission: Submission } | { kind: 'refused'; faults: Fault[] };

/**
 * Checks what a unit typed against what it owes, and against its own past where that is known. Each fault names its field
 * and says, in Vietnamese, what would be right. A figure that stands out is taken when its note explains it.
 */
export function accept(answers: Answers, owed: Owed, past?: Past): Verdict {
  // First, since the rest quotes what was typed.
  const unfit = [...tooLong(answers, owed.lists), ...withUnkeepable(answers, owed.lists)];
  if (unfit.length > 0) return { kind: 'refused', faults: unfit };
  const faults: Fault[] = [];
  const figures = owed.indicators.map(indicator => {
    const taken = figureFrom(own(answers.figures, indicator.code), indicator, past);
    faults.push(...taken.faults, ...unexplained(indicator, taken.figure, past));
    return [indicator.code, taken.figure] as const;
  });
  const outcomes = owed.tasks.map(task => {
    const report = (message: string) => faults.push({ field: `outcomes.${task.id}`, message });
    const text = narrativeFrom(own(answers.outcomes, task.id), report);
    if (text && own(answers.statuses ?? {}, task.id) === 'none')
      report('Đã chọn không phát sinh thì để trống kết quả; nếu có kết quả, hãy chọn tiến độ khác.');
    return [task.id, text] as const;
  });
  const further = narrativeFrom(answers.further, message => faults.push({ field: 'further', message }));
  const lists = (owed.lists ?? []).map(list => {
    const taken = rowsFrom(own(answers.lists ?? {}, list.id) ?? [], list);
    faults.push(...taken.faults);
    return [list.id, taken.rows] as const;
  });
  const given = { figures: Object.fromEntries(figures), lists: Object.fromEntries(lists) };
  faults.push(...notOwed(answers, owed), ...brokenRules(owed, given, past).flatMap(broken => faultOf(broken, given)));
  if (faults.length > 0) return { kind: 'refused', faults };
  const submission = {
    figures: given.figures,
    outcomes: Object.fromEntries(outcomes),
    ...(answers.statuses ? { statuses: answers.statuses } : {}),
    further,
    ...(lists.length > 0 ? { lists: given.lists } : {}),
  };
  if (weightOf(submission) > heaviestSubmission) return { kind: 'refused', faults: [tooHeavy] };
  return { kind: 'accepted', submission };
}

const tooHeavy: Fault = {
  field: 'further',
  message: `Cả bản nộp, khi ghi lại, dài quá ${heaviestSubmission / 1_024} KB; hãy rút gọn phần kết quả nhiệm vụ hoặc các dòng bảng kê.`,
};

/** Where a rule that does not hold is mended: at the first figure that it is about, or its list; or explained, in a note of any of them. */
function faultOf(broken: BrokenRule, given: Given): Fault[] {
  const { otherwise, message, figures, lists } = broken;
  const [code] = figures;
  const list = `lists.${lists[0]}`;
  if (otherwise === 'refuse')
    return [{ field: code === undefined ? list : `figures.${code}.value`, message: `${message}. ${toMend}` }];
  if (isExplained(broken, given)) return [];
  return [{ field: code === undefined ? list : `figures.${code}.note`, message: `${message}. ${toExplain}` }];
}

function unexplained(indicator: Indicator, figure: Figure, past: Past | undefined): Fault[] {
  const remark = figure.note ? undefined : remarkOn(indicator, figure, past);
  if (!remark) return [];
  return [{ field: `figures.${indicator.code}.note`, message: `${remark} ${toExplain}` }];
}

/** What a unit may not answer: an indicator or a task that another unit owes, or nobody. */
export function notOwed(answers: Answers, owed: Owed): Fault[] {
  const codes = new Set(owed.indicators.map(indicator => indicator.code));
  const computed = new Set((owed.computed ?? []).map(indicator => indicator.code));
  const tasks = new Set(owed.tasks.map(task => task.id));
  const lists = new Set((owed.lists ?? []).map(list => list.id));
  const foreign = (list: string, ids: string[], known: Set<string>) =>
    ids
      .filter(id => !known.has(id))
      .map(id => ({
        field: `${list}.${id}`,
        message:
          list === 'figures' && computed.has(id)
            ? 'Hệ thống tính chỉ tiêu này từ các số liệu khác; hãy bỏ mục này.'
            : 'Đơn vị không được giao mục này trong kỳ; hãy bỏ mục này.',
      }));
  return [
    ...foreign('figures', Object.keys(answers.figures), codes),
    ...foreign('outcomes', Object.keys(answers.outcomes), tasks),
    ...foreign('statuses', Object.keys(answers.statuses ?? {}), tasks),
    ...foreign('lists', Object.keys(answers.lists ?? {}), lists),
  ];
}
