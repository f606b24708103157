import { html } from 'hono/html';
import type { Difference, Item } from '../../shared/domain/letter/items.ts';
import type { Markup } from './frame.ts';

/** What was taken down of a submission, item by item as the unit was asked. */
export function takenDown(items: Item[]): Markup {
  return html`<dl class="items">${items.map(
    ({ label, text }) => html`<dt>${label}</dt><dd class="typed">${text}</dd>`,
  )}</dl>`;
}

/** What two submissions say differently, old beside new; `before` and `after` head the columns. */
export function changed(differences: Difference[], { before, after }: { before: string; after: string }): Markup {
  if (differences.length === 0) return html`<p>Không có gì khác nhau.</p>`;
  return html`<table class="cards"><thead><tr><th scope="col">Mục</th><th scope="col">${before}</th><th scope="col">${after}</th></tr></thead>
<tbody>${differences.map(
    difference => html`<tr><th scope="row">${difference.label}</th>
<td data-name="${before}"><span class="typed">${difference.before || '(không có)'}</span></td>
<td data-name="${after}"><span class="typed">${difference.after || '(không có)'}</span></td></tr>`,
  )}</tbody></table>`;
}
