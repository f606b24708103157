import type { Owed } from '../office/owing.ts';
import { canonical } from '../text/canonical.ts';
import { own } from '../text/own.ts';
import type { Answers } from './answers.ts';
import { filledRows } from './rows-edited.ts';

/**
 * What two people changed in the same answers, put together: what one alone changed is taken from them, what both did stays as typed
 * here and is named, for a person to decide. A part is a figure, a task, a list, or the further work, whole.
 */
export type Merged = {
  answers: Answers;
  /** The parts taken from the others, by their field, "figures.xuat-khau". */
  taken: string[];
  /** The parts that both changed, and otherwise. */
  clashing: string[];
};

/** `base` is what both went on from, `theirs` what was handed in since, `mine` what was typed here. */
export function merged(owed: Owed, { base, theirs, mine }: Record<'base' | 'theirs' | 'mine', Answers>): Merged {
  const theirsAlone = partsThatDiffer(owed, base, theirs);
  const different = new Set(partsThatDiffer(owed, theirs, mine));
  const changedHere = new Set(partsThatDiffer(owed, base, mine));
  const taken = theirsAlone.filter(field => !changedHere.has(field));
  const clashing = theirsAlone.filter(field => changedHere.has(field) && different.has(field));
  return { answers: taken.reduce((answers, field) => withPart(answers, field, theirs), mine), taken, clashing };
}

/** The parts of what a unit owes that two answers say otherwise; blanks around a text, and rows left empty, say nothing. */
export function partsThatDiffer(owed: Owed, one: Answers, other: Answers): string[] {
  return partsOf(owed).filter(field => partOf(one, field) !== partOf(other, field));
}

function partsOf({ indicators, tasks, lists = [] }: Owed): string[] {
  return [
    ...indicators.map(({ code }) => `figures.${code}`),
    ...lists.map(({ id }) => `lists.${id}`),
    ...tasks.map(({ id }) => `outcomes.${id}`),
    'further',
  ];
}

function partOf(answers: Answers, field: string): string {
  const [kind, id = ''] = field.split('.');
  if (kind === 'figures') return canonical({ state: 'reported', ...own(answers.figures, id) });
  if (kind === 'lists') return canonical(filledRows(own(answers.lists ?? {}, id) ?? []));
  if (kind === 'outcomes')
    return canonical([own(answers.outcomes, id)?.trim() ?? '', own(answers.statuses ?? {}, id) ?? '']);
  return (answers.further ?? '').trim();
}

function withPart(answers: Answers, field: string, from: Answers): Answers {
  const [kind, id = ''] = field.split('.');
  if (kind === 'figures') return { ...answers, figures: withEntry(answers.figures, id, from.figures) };
  if (kind === 'lists') return { ...answers, lists: withEntry(answers.lists ?? {}, id, from.lists ?? {}) };
  if (kind === 'outcomes')
    return {
      ...answers,
      outcomes: withEntry(answers.outcomes, id, from.outcomes),
      statuses: withEntry(answers.statuses ?? {}, id, from.statuses ?? {}),
    };
  return { ...answers, further: from.further };
}

function withEntry<Value>(
  record: Record<string, Value>,
  id: string,
  from: Record<string, Value>,
): Record<string, Value> {
  const { [id]: _, ...others } = record;
  const entry = own(from, id);
  return entry === undefined ? others : { ...others, [id]: entry };
}
