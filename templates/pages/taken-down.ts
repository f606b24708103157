import { html } from 'hono/html';
import type { Indicator } from '../../shared/domain/department.ts';
import { writeNumeral } from '../../shared/domain/numeral.ts';
import type { Figure, Owed, Submission } from '../../shared/domain/submission.ts';
import type { Markup } from './frame.ts';

/** What was taken down of a submission, item by item as the unit was asked. */
export function takenDown({ indicators, tasks }: Owed, submission: Submission): Markup {
  return html`<ul>${indicators.map(indicator => html`<li>${indicator.name}: ${figureInWords(indicator, submission.figures[indicator.code])}</li>`)}</ul>
${tasks.map(task => outcome(task.text, submission.outcomes[task.id] ?? ''))}
${submission.further ? outcome('Ngoài ra', submission.further) : ''}`;
}

function figureInWords(indicator: Indicator, figure: Figure | undefined): string {
  if (!figure || figure.state === 'missing') return 'chưa báo cáo';
  if (figure.state === 'none') return 'không phát sinh';
  const value =
    figure.value === undefined ? 'chỉ báo mức tăng, giảm' : `${writeNumeral(figure.value)} ${indicator.unitOfMeasure}`;
  return figure.state === 'estimated' ? `ước ${value}` : value;
}

function outcome(title: string, text: string): Markup {
  return html`<h3>${title}</h3><p class="typed">${text || '(để trống)'}</p>`;
}
