import { type Edit, standingEdits } from '../collection/edit.ts';
import type { Edited, Report } from './report.ts';

/**
 * A report with the edits that its letter is made with: each beside the words it was made on, and none of words that its unit has
 * replaced since. A figure is never edited, and a text that is missing stays so.
 */
export function withEdits(report: Report, edits: Edit[]): Report {
  const standing = new Map(standingEdits(edits).map(edit => [`${edit.unit} ${edit.part}`, edit]));
  const editedFrom = (unit: string | undefined, part: string, words: string): { edited?: Edited } => {
    const edit = standing.get(`${unit} ${part}`);
    if (!edit || edit.madeOn !== words) return {};
    const { text, place } = edit;
    return { edited: { text, ...(place === undefined ? {} : { place }) } };
  };
  return {
    ...report,
    outcomes: report.outcomes.map(outcome =>
      outcome.missing ? outcome : { ...outcome, ...editedFrom(outcome.unit, `outcomes.${outcome.task}`, outcome.text) },
    ),
    further: report.further.map(said => ({ ...said, ...editedFrom(said.unit, 'further', said.text) })),
  };
}
