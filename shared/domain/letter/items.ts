import { spanInWords } from '../calendar/term.ts';
import type { TaskStatus } from '../collection/answers.ts';
import { statusNames } from '../collection/names.ts';
import type { Submission } from '../collection/submission.ts';
import { reportedFigure } from '../compilation/reported-figure.ts';
import type { ListRow } from '../figures/asking.ts';
import type { Figure } from '../figures/figure.ts';
import type { Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import type { List } from '../office/list.ts';
import type { Owed } from '../office/owing.ts';
import { capitalised } from '../text/capitalised.ts';
import { writeNumeral } from '../text/numeral.ts';
import { own } from '../text/own.ts';
import { ownSentence } from './own-sentence.ts';
import { rowDifferences } from './row-differences.ts';
import { type RowsTold, rowInWords, rowsTold } from './rows-told.ts';
import { level } from './sentence.ts';

/** One thing a unit was asked, and what was taken down of it, in words; the rows of a list also as a table. */
export type Item = { field: string; label: string; text: string; table?: RowsTold };

/**
 * What was taken down of a submission, item by item as the unit was asked; `further` only when there is some. A figure is
 * told by the sentence that the letter makes of it, so that a receipt cannot say otherwise.
 */
export function itemsOf({ indicators, tasks, lists = [] }: Owed, submission: Submission, past: Past): Item[] {
  const { figures, outcomes, statuses, further } = submission;
  return [
    ...indicators.map(indicator => ({
      field: `figures.${indicator.code}`,
      label: indicator.name,
      text: figureInWords(indicator, own(figures, indicator.code), past),
    })),
    ...tasks.map(task => ({
      field: `outcomes.${task.id}`,
      label: task.text,
      text: outcomeInWords(own(outcomes, task.id), own(statuses ?? {}, task.id)),
    })),
    ...lists.map(list => listItem(list, own(submission.lists ?? {}, list.id) ?? [])),
    ...(further ? [{ field: 'further', label: 'Ngoài ra', text: further }] : []),
  ];
}

function listItem(list: List, rows: ListRow[]): Item {
  const table = rowsTold(list, rows);
  const lines = table.rows.map((row, at) => `${at + 1}. ${rowInWords(table.heads, row)}`);
  return { field: `lists.${list.id}`, label: list.name, text: lines.join('\n') || '(không có dòng nào)', table };
}

/** What two submissions say differently; an item only one of them has stands against "". */
export type Difference = Pick<Item, 'field' | 'label'> & { before: string; after: string };

export function differences(old: Item[], now: Item[]): Difference[] {
  const labels = new Map([...now, ...old].map(({ field, label }) => [field, label]));
  return [...labels].flatMap(([field, label]) => {
    const [one, other] = [old, now].map(items => items.find(item => item.field === field));
    if (one?.table && other?.table)
      return rowDifferences(one.table, other.table).map(({ row, ...said }) => ({
        field,
        label: `${label}: ${row}`,
        ...said,
      }));
    const [before, after] = [one?.text ?? '', other?.text ?? ''];
    return before === after ? [] : [{ field, label, before, after }];
  });
}

/** The letter's sentence; under it what the sentence leaves out and is kept all the same, a line each. */
function figureInWords(indicator: Indicator, figure: Figure | undefined, past: Past): string {
  const reported = reportedFigure(indicator, figure, past);
  const { restates, note } = reported;
  const shown = indicator.shows === 'change' ? level(indicator, reported) : undefined;
  return [
    ownSentence(indicator, reported, past),
    shown && `Số liệu: ${shown}`,
    restates && `${capitalised(spanInWords(past.month))} trước điều chỉnh: ${writeNumeral(restates)}`,
    note && `Ghi chú: ${note}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function outcomeInWords(text: string | undefined, status: TaskStatus | undefined): string {
  const missing = !text && status !== 'none' && 'Chưa có kết quả; ghi là chưa có báo cáo.';
  return [status && `[${statusNames[status]}]`, text, missing].filter(Boolean).join('\n');
}
