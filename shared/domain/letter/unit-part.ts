import type { Indicator } from '../department.ts';
import type { Past } from '../remark.ts';
import { changesOf } from '../report.ts';
import type { Owed, Submission } from '../submission.ts';
import type { Paragraph } from './letter.ts';
import { paragraphsOf } from './narrative.ts';
import { sentence } from './sentence.ts';

/** What a unit's submission becomes in the letter, in the order it was asked: by the very rules of the letter. */
export function unitPart({ indicators, tasks }: Owed, submission: Submission, past: Past): Paragraph[] {
  return [
    ...indicators.map(
      (indicator): Paragraph => ({
        kind: 'dash',
        runs: [{ text: figureSentence(indicator, submission, past) }],
      }),
    ),
    ...tasks.flatMap(({ id }) => paragraphsOf(submission.outcomes[id] ?? '')),
    ...paragraphsOf(submission.further),
  ];
}

function figureSentence(indicator: Indicator, { figures }: Submission, { month, series }: Past): string {
  const figure = figures[indicator.code];
  const changes = figure ? changesOf(indicator, figure, month, series) : [];
  const { state, value } = figure ?? { state: 'missing' as const, value: undefined };
  return sentence(indicator, { code: indicator.code, state, value, changes }, month);
}
