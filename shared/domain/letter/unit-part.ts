import type { Submission } from '../collection/submission.ts';
import { reportedFigure } from '../compilation/reported-figure.ts';
import type { Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import type { Owed } from '../office/owing.ts';
import { own } from '../text/own.ts';
import type { Paragraph } from './letter.ts';
import { paragraphsOf } from './narrative.ts';
import { ownSentence } from './own-sentence.ts';

/** What a unit's submission becomes in the letter, in the order it was asked: by the very rules of the letter. */
export function unitPart({ indicators, tasks }: Owed, submission: Submission, past: Past): Paragraph[] {
  return [
    ...indicators.map(
      (indicator): Paragraph => ({
        kind: 'dash',
        runs: [{ text: told(indicator, submission, past) }],
      }),
    ),
    ...tasks.flatMap(({ id }) => paragraphsOf(own(submission.outcomes, id) ?? '')),
    ...paragraphsOf(submission.further),
  ];
}

function told(indicator: Indicator, { figures }: Submission, past: Past): string {
  return ownSentence(indicator, reportedFigure(indicator, own(figures, indicator.code), past), past);
}
