import type { Report, ReportedOutcome } from '../compilation/report.ts';
import type { Paragraph } from './letter.ts';
import { paragraphsOf } from './narrative.ts';
import { notReported } from './not-reported.ts';

type Said = { from: string; place: string; paragraphs: Paragraph[] };

/**
 * What stands at each place of the letter, "outcomes.cham-soc" or "further", edited where it is: what was said there, unless it was
 * moved away, and behind it what was moved there, in the order of the report. `taskTexts` names a task that is not reported.
 */
export function placedIn(
  { outcomes, further }: Report,
  { taskTexts, marks }: { taskTexts: ReadonlyMap<string, string>; marks: boolean },
): (place: string) => Paragraph[] {
  const told = ({ task, missing, unitName, text, edited }: ReportedOutcome) =>
    missing ? [notReported(taskTexts.get(task) ?? '', { unitName, marks })] : paragraphsOf(edited?.text ?? text);
  const all: Said[] = [
    ...outcomes.map(outcome => said(`outcomes.${outcome.task}`, outcome.edited?.place, told(outcome))),
    ...further.map(({ text, edited }) => said('further', edited?.place, paragraphsOf(edited?.text ?? text))),
  ];
  const byPlace = Map.groupBy(all, ({ place }) => place);
  return place => {
    const there = byPlace.get(place) ?? [];
    const stayed = there.filter(({ from }) => from === place);
    return [...stayed, ...there.filter(({ from }) => from !== place)].flatMap(({ paragraphs }) => paragraphs);
  };
}

function said(from: string, place = from, paragraphs: Paragraph[]): Said {
  return { from, place, paragraphs };
}
