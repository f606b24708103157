import * as z from 'zod/mini';
import { Term } from '../calendar/term.ts';
import type { Indicator } from '../office/indicator.ts';
import type { Owed } from '../office/owing.ts';
import { Id } from '../text/id.ts';
import { own } from '../text/own.ts';
import { Reason } from '../text/reason.ts';
import type { Answers, TypedFigure } from './answers.ts';
import { nameOfField } from './field-names.ts';

/** So many corrections are asked for of one unit's part of a period at most. */
export const mostCorrections = 20;

/** What became of it: taken, or not, with words for the unit; by a member of staff. */
const Decision = z.object({ accepted: z.boolean(), words: z.optional(Reason), who: Id, at: z.number() });

/**
 * Xin đính chính: one figure or text of a unit's part of a letter that went out, as it was typed and as it is to be. It changes nothing by
 * itself: what is accepted goes into the letter that takes the place of the one that went out. `number` counts those of the unit in the
 * period, `at` is in milliseconds since 1970.
 */
export const Correction = z.object({
  report: Id,
  month: Term,
  unit: Id,
  number: z.int().check(z.minimum(1), z.maximum(mostCorrections)),
  /** A field of the form, "figures.xuat-khau.value", and what it is called. */
  field: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
  reason: Reason,
  /** Who of the office asked in the unit's place; none where the unit did. */
  by: z.optional(Id),
  at: z.number(),
  decided: z.optional(Decision),
});
export type Correction = z.infer<typeof Correction>;
export type Decision = z.infer<typeof Decision>;

/** What a correction is known by within its period. */
export type CorrectionName = Pick<Correction, 'unit' | 'number'>;

/** Something that can be corrected, with what stands there now. */
export type Correctable = Pick<Correction, 'field' | 'label' | 'before'>;

/** Those of some corrections that a decision to replace a letter names. */
export function bundledIn(
  corrections: Correction[],
  { corrections: named }: { corrections: CorrectionName[] },
): Correction[] {
  const names = new Set(named.map(({ unit, number }) => `${unit} ${number}`));
  return corrections.filter(({ unit, number }) => names.has(`${unit} ${number}`));
}

/** What of a unit's answers can be corrected: its figures, its changes where it hands in those, its texts. */
export function correctable(owed: Owed, { figures, outcomes, further }: Answers): Correctable[] {
  return [
    ...owed.indicators.flatMap(indicator => figureFields(indicator, own(figures, indicator.code))),
    ...owed.tasks.map(({ id }) => [`outcomes.${id}`, own(outcomes, id)] as const),
    ['further', further] as const,
  ].map(([field, before = '']) => ({ field, label: nameOfField(field, owed), before }));
}

function figureFields({ code, shows }: Indicator, typed: TypedFigure | undefined) {
  const changes = Object.entries(typed?.changes ?? {}).flatMap(([of, change]) =>
    change ? [[`figures.${code}.changes.${of}`, change] as const] : [],
  );
  const isAsked = shows === 'level' || typed?.value || changes.length === 0;
  return [...(isAsked ? [[`figures.${code}.value`, typed?.value] as const] : []), ...changes];
}

/** Answers with corrections in the place of what was typed; what explains a figure that stands out is then the reason. */
export function corrected(answers: Answers, corrections: Pick<Correction, 'field' | 'after' | 'reason'>[]): Answers {
  return corrections.reduce(withOne, answers);
}

function withOne(answers: Answers, { field, after, reason }: Pick<Correction, 'field' | 'after' | 'reason'>): Answers {
  const [kind, id = '', part, of = ''] = field.split('.');
  if (kind === 'further') return { ...answers, further: after };
  if (kind === 'outcomes') {
    const { [id]: status, ...statuses } = answers.statuses ?? {};
    const said = status === undefined || status === 'none' ? statuses : { ...statuses, [id]: status };
    return { ...answers, outcomes: { ...answers.outcomes, [id]: after }, ...(answers.statuses && { statuses: said }) };
  }
  const { state, note, ...typed } = own(answers.figures, id) ?? { state: 'reported' as const };
  const figure: TypedFigure = {
    ...{ ...typed, state: state === 'estimated' ? state : 'reported', note: note || reason },
    ...(part === 'changes' ? { changes: { ...typed.changes, [of]: after } } : { value: after }),
  };
  return { ...answers, figures: { ...answers.figures, [id]: figure } };
}
