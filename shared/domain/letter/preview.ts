import type { TypedFigure } from '../collection/answers.ts';
import { figureFrom } from '../collection/figure-from.ts';
import { remarkOn } from '../collection/remark.ts';
import { reportedFigure } from '../compilation/reported-figure.ts';
import { isGiven } from '../figures/figure.ts';
import type { Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import { writeNumeral } from '../text/numeral.ts';
import { ownSentence } from './own-sentence.ts';

/**
 * What is told of a figure while it is typed, each "" where there is nothing to tell: how the numeral was understood or what
 * is wrong with it, the sentence it would become by the very rules of the letter, and what stands out and must be explained.
 */
export type Previewed = { understood: string; sentence: string; remark: string };

export function previewed(indicator: Indicator, typed: TypedFigure | undefined, past: Past): Previewed {
  const { figure, faults } = figureFrom(typed, indicator, past);
  if (!typed || (isGiven(figure) && !typed.value?.trim() && faults.length > 0)) return nothing;
  if (faults.length > 0) return { ...nothing, understood: faults.map(({ message }) => message).join(' ') };
  const { value } = figure;
  return {
    understood: value === undefined ? '' : `Hiểu là ${writeNumeral(value)} ${indicator.unitOfMeasure}`.trim(),
    sentence: `Trong công văn: ${ownSentence(indicator, reportedFigure(indicator, figure, past), past)}`,
    remark: remarkOn(indicator, figure, past) ?? '',
  };
}

const nothing: Previewed = { understood: '', sentence: '', remark: '' };
