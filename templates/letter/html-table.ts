import { html } from 'hono/html';
import type { Table, TableRow } from '../../shared/domain/letter/letter.ts';
import { roomAfter } from './at-the-comma.ts';
import { layout, type Orientation } from './layout.ts';
import { sum } from './sum.ts';
import { layoutOf, roomOn, sizes, type TableLayout } from './table-layout.ts';

/**
 * A table as a page shows it. Its heads say what they are over; its first column of words says what a row is of. Numbers stand
 * at their comma by a class that tells how many quarters of the size of type come after them, and widths and type are classes
 * too: a page of ours takes no style from its markup.
 */
export function tableMarkup(table: Table, orientation: Orientation = 'portrait') {
  const { columns, head, rows, notes } = table;
  const { size, widths, fractions } = layoutOf(table, orientation);
  const naming = columns.findIndex(({ align }) => align === 'left');
  const whole = sum(widths);
  const wide = widths.map(width => `w-${Math.max(1, Math.round((width / whole) * parts))}`);
  return html`<div class="table" role="region" aria-label="Bảng số liệu" tabindex="0"><table class="type-${size * 2} ${orientation}"><colgroup>${wide.map(name => html`<col class="${name}">`)}</colgroup>
<thead>${head.map(cells => html`<tr>${cells.map(headMarkup)}</tr>`)}</thead>
<tbody>${rows.map(row => rowMarkup(table, row, { fractions, naming }))}</tbody></table></div>
${notes.map(note => html`<p class="of-table"><i>${note}</i></p>`)}`;
}

/** A width is told in half a hundredth of the whole. */
const parts = 200;

function headMarkup({ text, columns, rows }: Table['head'][number][number]) {
  const spans = html`${columns > 1 ? html` colspan="${columns}"` : ''}${rows > 1 ? html` rowspan="${rows}"` : ''}`;
  return html`<th scope="${columns > 1 ? 'colgroup' : 'col'}"${spans}>${text}</th>`;
}

type Known = Pick<TableLayout, 'fractions'> & { naming: number };

function rowMarkup({ columns }: Table, { cells, weight }: TableRow, { fractions, naming }: Known) {
  return html`<tr${weight ? html` class="${weight}"` : ''}>${columns.map(({ align }, at) => {
    const text = cells[at] ?? '';
    const after = Math.min(mostAfter, Math.round(roomAfter(text, fractions[at]) * 4));
    const style = `${align === 'decimal' ? 'right' : align}${after > 0 ? ` after-${after}` : ''}`;
    return at === naming
      ? html`<th scope="row" class="${style}">${text}</th>`
      : html`<td class="${style}">${text}</td>`;
  })}</tr>`;
}

/** A comma and twenty decimals, in quarters of the size of type. */
const mostAfter = 41;

const across = (orientation: Orientation) => Math.round(roomOn(orientation).width);
const rules = (count: number, rule: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => rule(at + 1)).join('\n');

/** How tables look on a screen, where one wider than it is pushed aside by itself, and in print. */
export const tableStyle = `
.table { overflow-x: auto; margin: 0 0 ${layout.body.betweenPoints}pt; }
.table table { border-collapse: collapse; table-layout: fixed; width: calc(100% - 1px); min-width: ${across('portrait')}pt; }
.table .landscape { min-width: ${across('landscape')}pt; }
.table th, .table td { border: 1px solid; padding: ${layout.table.insetPoints}pt .4em; vertical-align: middle; overflow-wrap: anywhere; }
.table thead th, .table .center { text-align: center; }
.table tbody th { font-weight: normal; }
.table tbody .left { text-align: left; }
.table .right { text-align: right; }
.table .group > *, .table .total > * { font-weight: bold; }
${sizes.map(size => `.type-${size * 2} { font-size: ${size}pt; }`).join('\n')}
${rules(parts, at => `.w-${at} { width: ${(at / parts) * 100}%; }`)}
${rules(mostAfter, at => `.table .after-${at} { padding-right: ${(0.4 + at / 4).toFixed(2)}em; }`)}
@media print {
  .table { overflow: visible; }
  .table table { min-width: 0; }
  .table thead { display: table-header-group; }
  .table tr { break-inside: avoid; }
}
`;
