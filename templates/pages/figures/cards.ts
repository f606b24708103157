import { html } from 'hono/html';
import type { FigureRow } from '../../../shared/domain/compilation/figures-table.ts';
import { writeNumeral } from '../../../shared/domain/text/numeral.ts';
import type { Markup } from '../frame.ts';
import { moved } from './numbers.ts';

/** As many as a glance takes in. */
const most = 4;

/** The first figures of the report, large: those that are a level by themselves and no part of another. */
export function numberCards(rows: FigureRow[], at: string): Markup | string {
  const first = rows.filter(({ indicator, figure }) => !indicator.partOf && figure.value !== undefined).slice(0, most);
  return first.length > 0 ? html`<ul class="headline">${first.map(row => card(row, at))}</ul>` : '';
}

const against = { 'previous-month': 'kỳ trước', 'same-month-last-year': 'cùng kỳ' };

function card({ indicator, figure, soFar, plans }: FigureRow, at: string): Markup {
  const moves = figure.changes.flatMap(change =>
    change.with === 'plan' ? [] : [html`<li>${moved(change)} so với ${against[change.with]}</li>`],
  );
  const year = soFar !== undefined && figure.yearToDate ? [html`<li>lũy kế ${writeNumeral(soFar)}</li>`] : [];
  const planned = plans.flatMap(({ name, share }) =>
    share === undefined ? [] : [html`<li>đạt ${writeNumeral(share)}% ${name}</li>`],
  );
  return html`<li><a href="${at}/figures/${indicator.code}">${indicator.name}</a>
<strong>${figure.state === 'estimated' ? html`<small>ước</small> ` : ''}${writeNumeral(figure.value ?? '0')} <small>${indicator.unitOfMeasure}</small></strong>
<ul>${moves}${year}${planned}</ul></li>`;
}
