import type { ChangeTold } from '../compilation/replaces.ts';
import type { Report, ReportedOutcome } from '../compilation/report.ts';
import type { ReportedFigure } from '../compilation/reported-figure.ts';
import { indicatorsIn, tasksIn } from '../office/owing.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import { shortened } from '../text/shortened.ts';
import { level, sentence } from './sentence.ts';

/** Of a text as much as tells which one it is; the letter has the whole. */
const mostTold = 300;

type Reports = { before: Report; after: Report };

/**
 * What a letter says otherwise than the one it takes the place of, found by comparing the two, so that what follows from a correction, a total
 * or a figure computed of it, is told as well.
 */
export function changesTold(definition: ReportDefinition, { before, after }: Reports): ChangeTold[] {
  const term = after.month;
  const [old, now] = [before, after].map(({ figures }) => new Map(figures.map(figure => [figure.code, figure])));
  const figures = indicatorsIn(definition, term).map(indicator => {
    const said = (figure: ReportedFigure | undefined) =>
      figure === undefined
        ? ''
        : (figure.state !== 'none' && indicator.shows === 'level' && level(indicator, figure)) ||
          sentence(indicator, figure, { ...definition, term });
    return { label: indicator.name, before: said(old?.get(indicator.code)), after: said(now?.get(indicator.code)) };
  });
  const tasks = new Map(tasksIn(definition, term).map(({ id, text }) => [id, text]));
  const texts = [...textsIn(after)].map(([name, { label, text }]) => ({
    label: tasks.get(label) ?? label,
    before: textsIn(before).get(name)?.text ?? '',
    after: text,
  }));
  return [...figures, ...texts]
    .filter(change => change.before !== change.after)
    .map(({ label, ...said }) => ({ label: told(label), before: told(said.before), after: told(said.after) }));
}

/** As the letter says them, edited where they were. */
function textsIn({ outcomes, further }: Report): Map<string, { label: string; text: string }> {
  return new Map([
    ...outcomes.map(
      ({ task, unit, text, edited }: ReportedOutcome) =>
        [`${task} ${unit}`, { label: task, text: edited?.text ?? text }] as const,
    ),
    ...further.map(
      ({ unit, text, edited }) => [`further ${unit}`, { label: 'Việc khác', text: edited?.text ?? text }] as const,
    ),
  ]);
}

/** On one line. */
function told(text: string): string {
  return shortened(text.replace(/\s+/g, ' ').trim(), mostTold);
}
