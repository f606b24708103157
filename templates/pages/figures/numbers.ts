import { html } from 'hono/html';
import {
  type Term,
  termAYearBefore,
  termBefore,
  termInWords,
  termsAYear,
} from '../../../shared/domain/calendar/term.ts';
import { stateNames } from '../../../shared/domain/collection/names.ts';
import type { FigureLine } from '../../../shared/domain/compilation/figures-table.ts';
import type { ReportedChange } from '../../../shared/domain/compilation/reported-figure.ts';
import { changeInWords, lackingInWords } from '../../../shared/domain/letter/sentence.ts';
import { capitalised } from '../../../shared/domain/text/capitalised.ts';
import { writeNumeral } from '../../../shared/domain/text/numeral.ts';
import type { Markup } from '../frame.ts';

/** "ước 138,8"; the state alone where there is no value. */
export function valueInWords({ state, value }: FigureLine['figure']): string {
  if (value === undefined)
    return state === 'reported' || state === 'estimated' ? 'chỉ báo mức tăng, giảm' : stateNames[state];
  return state === 'estimated' ? `ước ${writeNumeral(value)}` : writeNumeral(value);
}

/** The value of a term: marked where it is an estimate, loud where it is missing. */
export function valueCell({ figure }: Pick<FigureLine, 'figure'>): Markup {
  const { state, value, lacks } = figure;
  if (state === 'missing' && value === undefined)
    return html`<span class="bad">${lacks ? lackingInWords(lacks) : stateNames.missing}</span>`;
  if (value === undefined) return html`<small class="words">${valueInWords(figure)}</small>`;
  return html`${state === 'estimated' ? html`<small>ước</small> ` : ''}${writeNumeral(value)}`;
}

/** A column of what a figure is compared with. */
export type ComparedColumn = { name: string; base: 'previous' | 'lastYear'; against: ReportedChange['with'][] };

/** The term before and the same one last year; where a year has one such term both are one, and stand in one column. */
export function comparedColumns(term: Term): ComparedColumn[] {
  const lastYear = capitalised(termInWords(termAYearBefore(term)));
  if (termsAYear(term) === 1)
    return [{ name: lastYear, base: 'lastYear', against: ['same-month-last-year', 'previous-month'] }];
  return [
    { name: capitalised(termInWords(termBefore(term))), base: 'previous', against: ['previous-month'] },
    { name: lastYear, base: 'lastYear', against: ['same-month-last-year'] },
  ];
}

/** What a figure is compared with, and under it how it moved. */
export function comparedCell(
  base: string | undefined,
  changes: ReportedChange[],
  against: ReportedChange['with'][],
): Markup {
  const change = changes.find(each => against.includes(each.with));
  const told = change ? html`<small>${moved(change)}</small>` : '';
  if (base === undefined) return html`${told || html`<small>không có</small>`}`;
  return html`${writeNumeral(base)}${told ? html`<br>${told}` : ''}`;
}

/** An arrow beside the word, for who looks down a column: no colour, since what rises is not always good. */
export function moved(change: ReportedChange): Markup {
  const arrow = { up: '▲', down: '▼', flat: '' }[change.direction];
  return html`${arrow ? html`<span aria-hidden="true">${arrow}</span> ` : ''}${changeInWords(change)}`;
}

/** The plans of the year, each with the share of it that is reached. */
export function planCell({ plans }: FigureLine): Markup {
  return html`${plans.map(
    ({ name, value, share }, at) =>
      html`${at > 0 ? html`<br>` : ''}${writeNumeral(value)}${plans.length > 1 ? html`<br><small>${capitalised(name)}</small>` : ''}${share === undefined ? '' : html`<br><small>đạt ${writeNumeral(share)}%</small>`}`,
  )}`;
}

/** Under the name of a figure: what stands out in it, and how that was explained. */
export function remarked({
  remark,
  figure: { note },
}: {
  remark?: string | undefined;
  figure: { note?: string | undefined };
}): Markup {
  return html`${remark ? html`<br><small class="wanting">${remark}</small>` : ''}${note ? html`<br><small>Giải trình: ${note}</small>` : ''}`;
}

/** A table that is moved sideways where it has no room; with the keyboard too. */
export function sideways(name: string, table: Markup): Markup {
  return html`<div class="sideways" role="group" tabindex="0" aria-label="${name}">${table}</div>`;
}
