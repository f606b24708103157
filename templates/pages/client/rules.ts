/// <reference lib="dom" />
import type { TypedFigure } from '../../../shared/domain/collection/answers.ts';
import { type BrokenRule, brokenRules, isExplained } from '../../../shared/domain/collection/broken-rules.ts';
import { figureFrom } from '../../../shared/domain/collection/figure-from.ts';
import { toExplain, toMend } from '../../../shared/domain/collection/rows-from.ts';
import type { ListRow } from '../../../shared/domain/figures/asking.ts';
import type { Past } from '../../../shared/domain/figures/past.ts';
import type { Owed } from '../../../shared/domain/office/owing.ts';
import { own } from '../../../shared/domain/text/own.ts';

/** What is typed so far, and the figure or list that was typed in last. */
export type TypedSoFar = { figures: Record<string, TypedFigure>; lists: Record<string, ListRow[]>; last: string };

/**
 * Says which of the rules do not hold, with the numbers of both sides: where the eye is, at what was typed last, if a rule is about
 * it; else at the first that it is about. Returns the places where something is said.
 */
export function tellRules(owed: Owed, past: Past, { figures, lists, last }: TypedSoFar): Element[] {
  if ((owed.rules ?? []).length === 0) return [];
  const taken = owed.indicators.map(
    indicator => [indicator.code, figureFrom(own(figures, indicator.code), indicator, past).figure] as const,
  );
  const given = { figures: Object.fromEntries(taken), lists };
  const broken = brokenRules(owed, given, past).filter(each => !isExplained(each, given));
  const said = Map.groupBy(broken, each => placeOf(each, last));
  return [...document.querySelectorAll('[data-rule]')].filter(place => {
    const text = (said.get(place.id) ?? []).map(inWords).join(' ');
    if (place.textContent !== text) place.textContent = text;
    return text !== '';
  });
}

function placeOf({ figures, lists }: BrokenRule, last: string): string {
  const places = [...figures.map(code => `figures.${code}`), ...lists.map(id => `lists.${id}`)];
  return `${places.find(place => place === last) ?? places[0]}.rule`;
}

function inWords({ message, otherwise }: BrokenRule): string {
  return `${message}. ${otherwise === 'refuse' ? toMend : toExplain}`;
}
