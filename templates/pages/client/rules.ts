/// <reference lib="dom" />
import type { BrokenRule } from '../../../shared/domain/collection/broken-rules.ts';
import { toExplain, toMend } from '../../../shared/domain/collection/rows-from.ts';

/**
 * Says which of the rules do not hold, with the numbers of both sides: where the eye is, at what was typed last, if a rule is about
 * it; else at the first that it is about. Returns the places where an explanation is asked for.
 */
export function tellRules(broken: BrokenRule[], last: string): Element[] {
  const said = Map.groupBy(broken, each => placeOf(each, last));
  return [...document.querySelectorAll('[data-rule]')].filter(place => {
    const here = said.get(place.id) ?? [];
    const text = here.map(inWords).join(' ');
    if (place.textContent !== text) place.textContent = text;
    return here.some(({ otherwise }) => otherwise === 'explain');
  });
}

function placeOf({ figures, lists }: BrokenRule, last: string): string {
  const places = [...figures.map(code => `figures.${code}`), ...lists.map(id => `lists.${id}`)];
  return `${places.find(place => place === last) ?? places[0]}.rule`;
}

function inWords({ message, otherwise }: BrokenRule): string {
  return `${message}. ${otherwise === 'refuse' ? toMend : toExplain}`;
}
