import type { Owed } from '../office/owing.ts';
import type { Fault } from '../problem.ts';
import type { Answers } from './answers.ts';
import { notOwed } from './submission.ts';
import { tooLong, withUnkeepable } from './typed-fields.ts';

/** Of what was typed, only what the unit is asked: nothing else is kept anywhere, were it too late or unfinished. */
export function askedOnly(
  { figures, outcomes, statuses, further, lists }: Answers,
  { indicators, tasks, lists: askedLists = [] }: Owed,
): Answers {
  const codes = new Set(indicators.map(({ code }) => code));
  const ids = new Set(tasks.map(({ id }) => id));
  return {
    figures: among(figures, codes),
    outcomes: among(outcomes, ids),
    ...(statuses ? { statuses: among(statuses, ids) } : {}),
    ...(further === undefined ? {} : { further }),
    ...(lists ? { lists: among(lists, new Set(askedLists.map(({ id }) => id))) } : {}),
  };
}

function among<Value>(answers: Record<string, Value>, asked: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}

/** Why a draft is not kept: it is faults and all, but for what the unit is not asked, and what no text is kept with. */
export function unfitForDraft(answers: Answers, owed: Owed): Fault[] {
  return [...notOwed(answers, owed), ...tooLong(answers, owed.lists), ...withUnkeepable(answers, owed.lists)];
}
