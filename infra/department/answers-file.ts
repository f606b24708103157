import * as z from 'zod/mini';
import { Answers } from '../../shared/domain/collection/answers.ts';
import { statusNames } from '../../shared/domain/collection/names.ts';
import type { FigureState } from '../../shared/domain/figures/figure.ts';
import { Id } from '../../shared/domain/text/id.ts';
import { comparedWith } from './normalise-asked.ts';
import { eachValue, list, onRecord } from './raw.ts';

/**
 * What a unit hands in, in one file: for all reports alike, each taking what it asks this unit; and under `reports`, by the
 * report's id, what is meant for one report only.
 */
export const AnswersFile = z.strictObject({ ...Answers.shape, reports: z.optional(z.record(Id, Answers)) });
export type AnswersFile = z.infer<typeof AnswersFile>;

/**
 * Unfolds what may be written short, without judging: "138,8" alone is a reported figure, what is left out is empty, a row of a
 * list may stand there by itself.
 */
export function unfolded(raw: unknown): unknown {
  return onRecord(raw || {}, ({ reports, ...whole }) => {
    const answers = unfoldedAnswers(whole);
    return reports ? { ...(answers as object), reports: eachValue(reports, unfoldedAnswers) } : answers;
  });
}

function unfoldedAnswers(raw: unknown): unknown {
  return onRecord(raw || {}, ({ figures, outcomes, statuses, lists, ...rest }) => ({
    figures: eachValue(figures || {}, unfoldedFigure),
    outcomes: outcomes || {},
    ...(statuses === undefined ? {} : { statuses: eachValue(statuses || {}, unfoldedStatus) }),
    ...(lists === undefined ? {} : { lists: eachValue(lists || {}, list) }),
    ...rest,
  }));
}

function unfoldedFigure(raw: unknown): unknown {
  if (typeof raw === 'string') {
    const state = stateSaid(raw);
    return state ? { state } : { state: 'reported', value: raw };
  }
  return onRecord(raw, ({ state, changes, ...rest }) => ({
    state: typeof state === 'string' ? (stateSaid(state) ?? state) : 'reported',
    ...(changes === undefined ? {} : { changes: unfoldedChanges(changes) }),
    ...rest,
  }));
}

/** A change is called as its comparison is in report.yaml. */
function unfoldedChanges(raw: unknown): unknown {
  return onRecord(raw, changes =>
    Object.fromEntries(Object.entries(changes).map(([against, change]) => [String(comparedWith(against)), change])),
  );
}

/** How far a task has come, as the form says it. */
function unfoldedStatus(raw: unknown): unknown {
  const said = String(raw).trim().toLowerCase();
  return Object.entries(statusNames).find(([, words]) => words === said)?.[0] ?? raw;
}

/** The states as the form says them. */
const statesSaid: Record<string, FigureState> = {
  'báo cáo': 'reported',
  ước: 'estimated',
  'ước tính': 'estimated',
  'không phát sinh': 'none',
  'chưa báo cáo': 'missing',
};

function stateSaid(words: string): FigureState | undefined {
  const said = words.trim().toLowerCase();
  return Object.hasOwn(statesSaid, said) ? statesSaid[said] : undefined;
}
