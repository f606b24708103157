import type { Report } from '../compilation/report.ts';
import { toldIn } from '../compilation/told.ts';
import type { Department } from '../office/department.ts';
import { reportNamed } from '../office/owing.ts';
import { unitName } from '../office/unit.ts';
import { sentence } from './sentence.ts';

/** What a draft says otherwise than the one before it: sentences of figures, and the tasks of which another result is told. */
export type DraftDifferences = {
  figures: { before: string; now: string }[];
  results: { task: string; unit: string }[];
};

/** Compares two drafts of one period, in the letter's own words. */
export function draftDifferences(
  department: Department,
  { before, now }: { before: Report; now: Report },
): DraftDifferences {
  const definition = reportNamed(department, now.report);
  if (!definition) return { figures: [], results: [] };
  const unitNamed = (unit: string) => unitName(department, unit);
  const saidIn = (report: Report) =>
    new Map(
      toldIn(definition, report).map(({ indicator, figure }) => [
        indicator.code,
        sentence(indicator, figure, { ...definition, term: report.month, unitNamed }),
      ]),
    );
  const said = saidIn(before);
  const resultOf = ({ task, unit = '' }: Report['outcomes'][number]) => `${task} ${unit}`;
  const results = new Map(before.outcomes.map(outcome => [resultOf(outcome), outcome.text]));
  const tasks = new Map(definition.tasks.map(({ id, text }) => [id, text]));
  return {
    figures: [...saidIn(now)].flatMap(([code, words]) =>
      words === said.get(code) ? [] : [{ before: said.get(code) ?? '', now: words }],
    ),
    results: now.outcomes
      .filter(outcome => outcome.text !== results.get(resultOf(outcome)))
      .map(({ task, unitName: unit }) => ({ task: tasks.get(task) ?? task, unit })),
  };
}
