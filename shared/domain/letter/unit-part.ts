import type { Submission } from '../collection/submission.ts';
import { reportedFigure } from '../compilation/reported-figure.ts';
import type { Past } from '../figures/series.ts';
import type { Owed } from '../office/owing.ts';
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
            text: sentence(indicator, reportedFigure(indicator, submission.figures[indicator.code], past), {
              term: past.month,
            }),
          },
        ],
      }),
    ),
    ...tasks.flatMap(({ id }) => paragraphsOf(submission.outcomes[id] ?? '')),
    ...paragraphsOf(submission.further),
  ];
}
