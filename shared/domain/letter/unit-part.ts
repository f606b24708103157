import type { Owed } from '../owing.ts';
import type { Past } from '../remark.ts';
import { reportedFigure } from '../report.ts';
import type { Submission } from '../submission.ts';
import type { Paragraph } from './letter.ts';
import { paragraphsOf } from './narrative.ts';
import { sentence } from './sentence.ts';

/** What a unit's submission becomes in the letter, in the order it was asked: by the very rules of the letter. */
export function unitPart({ indicators, tasks }: Owed, submission: Submission, past: Past): Paragraph[] {
  return [
    ...indicators.map(
      (indicator): Paragraph => ({
        kind: 'dash',
        runs: [
          {
            text: sentence(indicator, reportedFigure(indicator, submission.figures[indicator.code], past), past.month),
          },
        ],
      }),
    ),
    ...tasks.flatMap(({ id }) => paragraphsOf(submission.outcomes[id] ?? '')),
    ...paragraphsOf(submission.further),
  ];
}
