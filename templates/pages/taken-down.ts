import { html } from 'hono/html';
import type { Difference, Item } from '../../shared/domain/letter/items.ts';
import type { RowsTold } from '../../shared/domain/letter/rows-told.ts';
import type { Markup } from './frame.ts';

/** What was taken down of a submission, item by item as the unit was asked. */
export function takenDown(items: Item[]): Markup {
  return html`<dl class="items">${items.map(
    ({ label, text, table }) =>
      html`<dt>${label}</dt>${table && table.rows.length > 0 ? html`<dd>${rowsTable(table)}</dd>` : html`<dd class="typed">${text}</dd>`}`,
  )}</dl>`;
}

/** Rows of a list; on a phone each is a card. */
export function rowsTable({ heads: [first = '', ...heads], rows }: RowsTold): Markup {
  return html`<table class="cards"><thead><tr><th scope="col">TT</th><th scope="col">${first}</th>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name = '', ...cells], at) => html`<tr><td data-name="TT">${at + 1}</td><th scope="row">${name}</th>
${cells.map((cell, column) => html`<td data-name="${heads[column]}"><span class="typed">${cell}</span></td>`)}</tr>`,
  )}</tbody></table>`;
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
