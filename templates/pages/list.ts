import { html } from 'hono/html';
import { type Term, termInWords } from '../../shared/domain/calendar/term.ts';
import { someOf } from '../../shared/domain/compilation/figures-table.ts';
import type { ToldList, ToldRow, ToldSum } from '../../shared/domain/letter/told-list.ts';
import { columnHead, type List, type ListColumn } from '../../shared/domain/office/list.ts';
import { waysFrom } from './board/ways.ts';
import { sideways } from './figures/numbers.ts';
import { type Part, pager } from './figures/pager.ts';
import { framed, type Markup } from './frame.ts';

export type ListPage = Part & {
  department: string;
  report: string;
  month: Term;
  told: ToldList;
  /** The rows of this part. */
  shown: ToldRow[];
};

/** The rows of a list, unit by unit, with what is computed in each and the sums of each unit and of all. */
export function listPage(page: ListPage): string {
  const { department, report, month, told, shown } = page;
  const { list, all, missing } = told;
  const file = `/board/${report}/${month}/tables/bang-ke-${list.id}`;
  return framed({
    title: `${list.name}, ${termInWords(month)}`,
    department,
    ways: waysFrom({ report, month }),
    stylesheets: ['figures.css'],
    main: html`<p>${all.rows} dòng. ${missing.length > 0 ? html`<span class="wanting">Chưa nộp: ${someOf(missing, 8)}.</span>` : 'Các đơn vị đã nộp đủ.'}</p>
${shown.length > 0 ? table(told, shown) : ''}
${pager(page)}
<p class="no-print">Tải về: <a href="${file}.csv">CSV</a>, <a href="${file}.xlsx">Excel</a></p>`,
  });
}

function table({ list, units, all }: ToldList, shown: ToldRow[]): Markup {
  const head = list.columns.map(column => html`<th scope="col" class="${tone(column)}">${columnHead(column)}</th>`);
  const line = ({ number, cells }: ToldRow) =>
    html`<tr><td class="number">${number}</td>${list.columns.map((column, at) => html`<td class="${tone(column)}">${cells[at]?.text}</td>`)}</tr>`;
  const parts = [...Map.groupBy(shown, ({ unit }) => unit)].map(([unit, own]) => {
    const sum = units.get(unit);
    return html`${sum ? sumRow(sum.name, list, sum) : ''}${own.map(line)}`;
  });
  const whole = html`<table class="figures"><thead><tr><th scope="col" class="number">TT</th>${head}</tr></thead>
<tbody>${parts}${sumRow('Tổng cộng', list, all)}</tbody></table>`;
  return sideways(list.name, whole);
}

/** The name stands over the columns up to the first of numbers. */
function sumRow(name: string, { columns }: List, { rows, sums }: ToldSum): Markup {
  const first = columns.findIndex(({ kind }) => kind === 'number');
  const over = first < 0 ? columns.length : first;
  return html`<tr class="total"><th scope="row" colspan="${over + 1}">${name} (${rows} dòng)</th>${sums.slice(over).map(sum => html`<td class="number">${sum}</td>`)}</tr>`;
}

function tone({ kind }: ListColumn): string {
  return kind === 'number' ? 'number' : '';
}
