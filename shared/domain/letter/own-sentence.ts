import type { ReportedFigure } from '../compilation/reported-figure.ts';
import type { Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import { sentence } from './sentence.ts';

/**
 * What is said of a unit's own figure, by the very rules of the letter. Where many owe an indicator its phrase may be of all of
 * them together, "toàn tỉnh gieo cấy": one unit's is told by the indicator's name.
 */
export function ownSentence(indicator: Indicator, figure: ReportedFigure, past: Past): string {
  const { month: term, yearBegins, saying } = past;
  const told = indicator.owedBy ? { ...indicator, phrase: indicator.name } : indicator;
  return sentence(told, figure, { term, yearBegins, saying });
}
