import { termAYearBefore, termBefore } from '../calendar/term.ts';
import type { TaskStatus } from '../collection/answers.ts';
import { textRemarks } from '../collection/reading/text-remarks.ts';
import { remarkOn } from '../collection/remark.ts';
import type { Submission } from '../collection/submission.ts';
import { type ReportedFigure, reportedFigure } from '../compilation/reported-figure.ts';
import { issuedIn, type Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import type { Owed } from '../office/owing.ts';
import type { Task } from '../office/task.ts';
import { own } from '../text/own.ts';
import { type RowsTold, rowsTold } from './rows-told.ts';

/** A figure that was asked for, with those it is compared with, and what stands out in it. */
export type FigureBeside = {
  indicator: Indicator;
  figure: ReportedFigure;
  previous: string | undefined;
  lastYear: string | undefined;
  remark: string | undefined;
};

/** A task that was asked about, with what was said of it the term before, undefined where nothing was; and what is to be read once more. */
export type TaskBeside = {
  task: Task;
  text: string | undefined;
  status: TaskStatus | undefined;
  before: string | undefined;
  remarks: string[];
};

/** All that one unit answered, item by item as it was asked, each beside what it answered the term before. */
export type AnswersBeside = {
  figures: FigureBeside[];
  tasks: TaskBeside[];
  lists: { name: string; rows: RowsTold; before: number | undefined }[];
  further: { text: string; remarks: string[] } | undefined;
};

type Beside = { submission: Submission | undefined; before: Submission | undefined; past: Past };

/** `before` is what the unit handed in the term before, undefined where it handed in nothing. */
export function answersBeside(
  { indicators, tasks, lists = [] }: Owed,
  { submission, before, past }: Beside,
): AnswersBeside {
  const { figures = {}, outcomes = {}, statuses = {}, lists: rows = {}, further } = submission ?? {};
  return {
    figures: indicators.map(indicator => {
      const figure = own(figures, indicator.code);
      return {
        indicator,
        figure: reportedFigure(indicator, figure, past),
        previous: issuedIn(past, indicator, termBefore(past.month)),
        lastYear: issuedIn(past, indicator, termAYearBefore(past.month)),
        remark: figure && remarkOn(indicator, figure, past),
      };
    }),
    tasks: tasks.map(task => {
      const [text, earlier] = [own(outcomes, task.id), own(before?.outcomes ?? {}, task.id)];
      return {
        ...{ task, text: text || undefined, status: own(statuses, task.id), before: earlier || undefined },
        remarks: textRemarks(text ?? '', { term: past.month, asked: task.text, before: earlier }),
      };
    }),
    lists: lists.map(list => ({
      name: list.name,
      rows: rowsTold(list, own(rows, list.id) ?? []),
      before: before && (own(before.lists ?? {}, list.id) ?? []).length,
    })),
    further: further
      ? { text: further, remarks: textRemarks(further, { term: past.month, before: before?.further }) }
      : undefined,
  };
}
