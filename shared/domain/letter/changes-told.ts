import type { ChangeTold } from '../compilation/replaces.ts';
import type { Report } from '../compilation/report.ts';
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
  const [were, are] = [before, after].map(({ figures }) => new Map(figures.map(figure => [figure.code, figure])));
  const figures = indicatorsIn(definition, term).map(indicator => {
    const said = (figure: ReportedFigure | undefined) =>
      figure === undefined
        ? ''
        : (figure.state !== 'none' && indicator.shows === 'level' && level(indicator, figure)) ||
          sentence(indicator, figure, { ...definition, term });
    return { label: indicator.name, before: said(were?.get(indicator.code)), after: said(are?.get(indicator.code)) };
  });
  const names = new Map(tasksIn(definition, term).map(({ id, text }) => [id, text]));
  const old = textsIn(before);
  const texts = [...textsIn(after)].map(([name, { task, text, of }]) => ({
    label: [names.get(task) ?? 'Việc khác', of].filter(Boolean).join(', '),
    before: old.get(name)?.text ?? '',
    after: text,
  }));
  return [...figures, ...texts]
    .filter(change => change.before !== change.after)
    .map(({ label, ...said }) => ({ label: told(label), before: told(said.before), after: told(said.after) }));
}

type TextSaid = { task: string; text: string; of?: string };

/** As the letter says them, edited where they were; of what several units answer also whose it is. */
function textsIn({ outcomes, further }: Report): Map<string, TextSaid> {
  const owing = Map.groupBy(outcomes, ({ task }) => task);
  const answered = outcomes.map(({ task, unit, unitName, text, edited }): [string, TextSaid] => {
    const of = (owing.get(task)?.length ?? 0) > 1 ? { of: unitName } : {};
    return [`${task} ${unit}`, { task, text: edited?.text ?? text, ...of }];
  });
  const beside = further.map(({ unit, text, edited }): [string, TextSaid] => [
    `further ${unit}`,
    { task: 'further', text: edited?.text ?? text },
  ]);
  return new Map([...answered, ...beside]);
}

/** On one line. */
function told(text: string): string {
  return shortened(text.replace(/\s+/g, ' ').trim(), mostTold);
}
