import type { Submission } from '../collection/submission.ts';
import { isUnanswered } from '../collection/unanswered.ts';
import { reportedFigure } from '../compilation/reported-figure.ts';
import type { Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import type { List } from '../office/list.ts';
import type { Owed } from '../office/owing.ts';
import { own } from '../text/own.ts';
import type { Block } from './letter.ts';
import { paragraphsOf } from './narrative.ts';
import { notReported } from './not-reported.ts';
import { ownSentence } from './own-sentence.ts';
import { tableTold } from './rows-told.ts';

/** What a unit's submission becomes in the letter, in the order it was asked: by the very rules of the letter. */
export function unitPart(
  { indicators, tasks, lists = [] }: Owed,
  submission: Submission,
  past: Past & { unitName?: string },
): Block[] {
  return [
    ...indicators.map(
      (indicator): Block => ({
        kind: 'dash',
        runs: [{ text: told(indicator, submission, past) }],
      }),
    ),
    ...tasks.flatMap(({ id, text }) =>
      isUnanswered(id, submission)
        ? [notReported(text, { unitName: past.unitName, marks: true })]
        : paragraphsOf(own(submission.outcomes, id) ?? ''),
    ),
    ...lists.flatMap(list => rowsOf(list, submission)),
    ...paragraphsOf(submission.further),
  ];
}

function rowsOf(list: List, { lists = {} }: Submission): Block[] {
  const rows = own(lists, list.id) ?? [];
  return rows.length === 0 ? [] : [{ kind: 'paragraph', runs: [{ text: `${list.name}:` }] }, tableTold(list, rows)];
}

function told(indicator: Indicator, { figures }: Submission, past: Past): string {
  return ownSentence(indicator, reportedFigure(indicator, own(figures, indicator.code), past), past);
}
