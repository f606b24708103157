import type { Figure, FigureState } from '../figures/figure.ts';
import type { Indicator } from '../office/indicator.ts';
import type { Owed } from '../office/owing.ts';
import { writeNumeral } from '../text/numeral.ts';
import { own } from '../text/own.ts';
import type { TaskStatus } from './answers.ts';
import type { Submission } from './submission.ts';

/** The states of a figure, as people choose and read them. */
export const stateNames: Record<FigureState, string> = {
  reported: 'báo cáo',
  estimated: 'ước',
  none: 'không phát sinh',
  missing: 'chưa báo cáo',
};

export const statusNames: Record<TaskStatus, string> = {
  done: 'đã hoàn thành',
  'under-way': 'đang thực hiện',
  'not-begun': 'chưa thực hiện',
};

/** One thing a unit was asked, and what was taken down of it, in words. */
export type Item = { field: string; label: string; text: string };

/** What was taken down of a submission, item by item as the unit was asked; `further` only when there is some. */
export function itemsOf({ indicators, tasks }: Owed, submission: Submission): Item[] {
  const { figures, outcomes, statuses, further } = submission;
  return [
    ...indicators.map(indicator => ({
      field: `figures.${indicator.code}`,
      label: indicator.name,
      text: figureInWords(indicator, figures[indicator.code]),
    })),
    ...tasks.map(task => ({
      field: `outcomes.${task.id}`,
      label: task.text,
      text: outcomeInWords(outcomes[task.id] ?? '', own(statuses ?? {}, task.id)),
    })),
    ...(further ? [{ field: 'further', label: 'Ngoài ra', text: further }] : []),
  ];
}

/** What two submissions say differently; an item only one of them has stands against "". */
export type Difference = Omit<Item, 'text'> & { before: string; after: string };

export function differences(owed: Owed, before: Submission, after: Submission): Difference[] {
  const [old, now] = [itemsOf(owed, before), itemsOf(owed, after)];
  const labels = new Map([...now, ...old].map(({ field, label }) => [field, label]));
  return [...labels].flatMap(([field, label]) => {
    const textIn = (items: Item[]) => items.find(item => item.field === field)?.text ?? '';
    const [before, after] = [textIn(old), textIn(now)];
    return before === after ? [] : [{ field, label, before, after }];
  });
}

/** "ước 138,8 triệu USD (tháng trước điều chỉnh: 130; ghi chú: đã kiểm tra)". */
function figureInWords(indicator: Indicator, figure: Figure | undefined): string {
  if (!figure) return stateNames.missing;
  const told = [
    figure.restates === undefined ? '' : `tháng trước điều chỉnh: ${writeNumeral(figure.restates)}`,
    changed('so với tháng trước', figure.changes['previous-month']),
    changed('so với cùng kỳ', figure.changes['same-month-last-year']),
    figure.note ? `ghi chú: ${figure.note}` : '',
  ].filter(Boolean);
  return `${valueInWords(indicator, figure)}${told.length > 0 ? ` (${told.join('; ')})` : ''}`;
}

function valueInWords({ unitOfMeasure }: Indicator, { state, value }: Figure): string {
  if (state === 'none' || state === 'missing') return stateNames[state];
  const written = value === undefined ? 'chỉ báo mức tăng, giảm' : `${writeNumeral(value)} ${unitOfMeasure}`.trim();
  return state === 'estimated' ? `ước ${written}` : written;
}

function changed(against: string, change: string | undefined): string {
  return change === undefined ? '' : `${against}: ${change.startsWith('-') ? '' : '+'}${writeNumeral(change)}`;
}

function outcomeInWords(text: string, status: TaskStatus | undefined): string {
  return [status && `[${statusNames[status]}]`, text].filter(Boolean).join('\n') || '(để trống)';
}
