import { html } from 'hono/html';
import type { Table, TableRow } from '../../shared/domain/letter/letter.ts';
import { roomAfter, widestFraction } from './at-the-comma.ts';
import { layout } from './layout.ts';

/**
 * A table as a page shows it. Its heads say what they are over; its first column of words says what a row is of. Numbers stand
 * at their comma by a class that tells how many quarters of the size of type come after them.
 */
export function tableMarkup(table: Table) {
  const { columns, head, rows, notes } = table;
  const fractions = columns.map(({ align }, at) =>
    align === 'decimal' ? widestFraction(rows.map(({ cells }) => cells[at] ?? '')) : 0,
  );
  const naming = columns.findIndex(({ align }) => align === 'left');
  return html`<div class="table" role="region" aria-label="Bảng số liệu" tabindex="0"><table><colgroup>${columns.map(() => html`<col>`)}</colgroup>
<thead>${head.map(cells => html`<tr>${cells.map(headMarkup)}</tr>`)}</thead>
<tbody>${rows.map(row => rowMarkup(table, row, { fractions, naming }))}</tbody></table></div>
${notes.map(note => html`<p class="of-table"><i>${note}</i></p>`)}`;
}

function headMarkup({ text, columns, rows }: Table['head'][number][number]) {
  const spans = html`${columns > 1 ? html` colspan="${columns}"` : ''}${rows > 1 ? html` rowspan="${rows}"` : ''}`;
  return html`<th scope="${columns > 1 ? 'colgroup' : 'col'}"${spans}>${text}</th>`;
}

type Known = { fractions: number[]; naming: number };

function rowMarkup({ columns }: Table, { cells, weight }: TableRow, { fractions, naming }: Known) {
  return html`<tr${weight ? html` class="${weight}"` : ''}>${columns.map(({ align }, at) => {
    const text = cells[at] ?? '';
    const after = align === 'decimal' ? Math.min(mostAfter, Math.round(roomAfter(text, fractions[at] ?? 0) * 4)) : 0;
    const style = `${align === 'decimal' ? 'right' : align}${after > 0 ? ` after-${after}` : ''}`;
    return at === naming
      ? html`<th scope="row" class="${style}">${text}</th>`
      : html`<td class="${style}">${text}</td>`;
  })}</tr>`;
}

/** A comma and twenty decimals, in quarters of the size of type. */
const mostAfter = 41;

/** How tables look on a screen, where a wide one is pushed aside by itself, and in print. */
export const tableStyle = `
.table { overflow-x: auto; margin: 0 0 ${layout.body.betweenPoints}pt; }
table { border-collapse: collapse; width: 100%; font-size: ${layout.table.size}pt; }
th, td { border: 1px solid; padding: ${layout.table.insetPoints}pt 2mm; vertical-align: middle; }
thead th, .center { text-align: center; }
tbody th { font-weight: normal; }
.left { text-align: left; overflow-wrap: anywhere; min-width: 8em; }
.right { text-align: right; }
td.right { white-space: nowrap; }
.group > *, .total > * { font-weight: bold; }
${Array.from({ length: mostAfter }, (_, at) => `.after-${at + 1} { padding-right: calc(2mm + ${(at + 1) / 4}em); }`).join('\n')}
@media print {
  .table { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  td.right { white-space: normal; }
}
`;
