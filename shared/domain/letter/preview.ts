import { spanInWords } from '../calendar/term.ts';
import type { TypedFigure } from '../collection/answers.ts';
import { figureFrom } from '../collection/figure-from.ts';
import { remarkOn } from '../collection/remark.ts';
import { reportedFigure } from '../compilation/reported-figure.ts';
import { type Figure, isGiven } from '../figures/figure.ts';
import type { Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import type { Fault } from '../problem.ts';
import { otherReading, writeNumeral } from '../text/numeral.ts';
import { ownSentence } from './own-sentence.ts';

/**
 * What is told of a figure while it is typed, each "" where there is nothing to tell: how the numeral was understood or what
 * is wrong with it, the sentence it would become by the very rules of the letter, and what stands out and must be explained.
 */
export type Previewed = { understood: string; sentence: string; remark: string; readings: Reading[] };

/** What a number may have been meant as, so that it can be typed: by the field it stands in. */
export type Reading = { field: string; text: string };

export function previewed(indicator: Indicator, typed: TypedFigure | undefined, past: Past): Previewed {
  const { figure, faults } = figureFrom(typed, indicator, past);
  if (!typed) return nothing;
  if (faults.length > 0) {
    const readings = readingsIn(faults);
    if (isGiven(figure) && !typed.value?.trim()) return { ...nothing, readings };
    return { ...nothing, understood: faults.map(({ message }) => message).join(' '), readings };
  }
  const readings = otherReadings(indicator, typed);
  return {
    understood: `${understood(indicator, figure, past)}${readings.length > 0 ? '. Nếu là số thập phân, hãy bấm số dưới ô.' : ''}`,
    readings,
    sentence: `Câu sẽ in: ${ownSentence(indicator, reportedFigure(indicator, figure, past), past)}`,
    remark: remarkOn(indicator, figure, past) ?? '',
  };
}

/** What numbers may have been meant as that are at fault. */
export function readingsIn(faults: Fault[]): Reading[] {
  return faults.flatMap(({ field, readings = [] }) => readings.map(text => ({ field, text })));
}

const nothing: Previewed = { understood: '', sentence: '', remark: '', readings: [] };

function understood({ unitOfMeasure }: Indicator, { value, restates }: Figure, { month }: Past): string {
  if (value === undefined) return '';
  const level = `Hiểu là ${writeNumeral(value)} ${unitOfMeasure}`.trim();
  return restates === undefined
    ? level
    : `${level}; ${spanInWords(month)} trước điều chỉnh là ${writeNumeral(restates)}`;
}

/** Of one meaning, but a keyboard without a comma may have meant the other: only where that many decimals are taken. */
function otherReadings({ code, decimals }: Indicator, { value, restates, changes }: TypedFigure): Reading[] {
  const levels = decimals < 3 ? [] : [['value', value] as const, ['restates', restates] as const];
  const typed = [...levels, ...Object.entries(changes ?? {}).map(([each, text]) => [`changes.${each}`, text] as const)];
  return typed.flatMap(([part, numeral]) => {
    const text = otherReading(numeral ?? '');
    return text === undefined ? [] : [{ field: `figures.${code}.${part}`, text }];
  });
}
