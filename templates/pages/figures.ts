import { html } from 'hono/html';
import { spanInWords, type Term, termInWords } from '../../shared/domain/calendar/term.ts';
import type { Point } from '../../shared/domain/compilation/course.ts';
import { type FigureRow, someOf } from '../../shared/domain/compilation/figures-table.ts';
import { lackingInWords as termsLackingInWords } from '../../shared/domain/letter/sentence.ts';
import { waysFrom } from './board/ways.ts';
import { numberCards } from './figures/cards.ts';
import { columnCells, columnHeads, numberColumns } from './figures/columns.ts';
import { lackingInWords, makingInWords } from './figures/making.ts';
import { remarked, sideways } from './figures/numbers.ts';
import { type Part, pager } from './figures/pager.ts';
import { sparkline } from './figures/sparkline.ts';
import { framed, type Markup } from './frame.ts';

export type FiguresPage = Part & {
  department: string;
  report: string;
  name: string;
  month: Term;
  yearBegins?: number | undefined;
  /** True while units may still hand in. */
  open: boolean;
  /** Every figure of the report; those of this part come with their courses. */
  rows: FigureRow[];
  shown: (FigureRow & { course: Point[] })[];
  /** The units that have handed in nothing. */
  missing: string[];
  lists: { id: string; name: string; rows: number }[];
};

/** The figures of a term: the first ones large, what wants a look, and a table of all with every comparison, plan and course. */
export function figuresPage(figures: FiguresPage): string {
  const { department, report, name, month, rows, lists } = figures;
  const at = `/board/${report}/${month}`;
  return framed({
    title: `Số liệu: ${name}, ${termInWords(month)}`,
    department,
    ways: waysFrom({ report, month }),
    stylesheets: ['figures.css'],
    main: html`${standing(figures)}
${figures.part === 1 ? numberCards(rows, at) : ''}
${figures.part === 1 ? wanted(rows, at) : ''}
${rows.length > 0 ? table(figures, at) : html`<p>Báo cáo này không có chỉ tiêu nào.</p>`}
${pager(figures)}
${lists.length > 0 ? html`<h2>Bảng kê</h2><ul>${lists.map(list => html`<li><a href="${at}/lists/${list.id}">${list.name}</a>: ${list.rows} dòng</li>`)}</ul>` : ''}
<div class="no-print"><h2>Tải về</h2>
<ul>
<li>Số liệu ${spanInWords(month)}, lũy kế, kế hoạch, từng đơn vị: <a href="${at}/tables/thang.csv">CSV</a>, <a href="${at}/tables/thang.xlsx">Excel</a></li>
<li>Chuỗi 13 ${spanInWords(month)}: <a href="${at}/tables/chuoi.csv">CSV</a>, <a href="${at}/tables/chuoi.xlsx">Excel</a></li>
</ul></div>`,
  });
}

function standing({ open, missing }: FiguresPage): Markup {
  const lacking = missing.length > 0 ? `Chưa nộp: ${someOf(missing, 8)}.` : 'Các đơn vị đã nộp đủ.';
  return html`<p>${open ? html`<strong class="wanting">Chưa chốt.</strong> ` : ''}${lacking}</p>`;
}

/** What stands out, and what is missing: the first that a coordinator looks at. */
function wanted(rows: FigureRow[], at: string): Markup | string {
  const why = (row: FigureRow): string | undefined =>
    row.remark ?? lackingInWords(row) ?? (row.figure.state === 'missing' ? whyMissing(row) : undefined);
  const found = rows.flatMap(row => {
    const reason = why(row);
    return reason === undefined ? [] : [{ row, reason }];
  });
  if (found.length === 0) return '';
  const items = found.map(
    ({ row, reason }) =>
      html`<li><a href="${at}/figures/${row.indicator.code}">${row.indicator.name}</a>: ${reason}</li>`,
  );
  return html`<details ${found.length <= 6 ? 'open' : ''}><summary>Cần xem trước: ${found.length} chỉ tiêu</summary><ul>${items}</ul></details>`;
}

function whyMissing({ figure: { lacks } }: FigureRow): string {
  return lacks ? termsLackingInWords(lacks) : 'chưa báo cáo';
}

function table({ month, yearBegins, rows, shown }: FiguresPage, at: string): Markup {
  const columns = numberColumns(
    { month, yearBegins },
    {
      year: rows.some(({ soFar, figure }) => soFar !== undefined || figure.yearToDate),
      plan: rows.some(({ plans }) => plans.length > 0),
    },
  );
  const row = (each: FiguresPage['shown'][number]): Markup => {
    const { indicator, course } = each;
    const lacking = lackingInWords(each);
    return html`<tr><th scope="row"><a href="${at}/figures/${indicator.code}">${indicator.name}</a><br><small>${makingInWords(each.making)}${lacking ? html`; <span class="wanting">${lacking}</span>` : ''}</small>${remarked(each)}</th>
<td data-name="Đơn vị tính"><span>${indicator.unitOfMeasure || '–'}</span></td>
${columnCells(columns, each)}
<td>${sparkline(indicator.name, course)}</td></tr>`;
  };
  const whole = html`<table class="cards figures">
<thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">Đơn vị tính</th>${columnHeads(columns)}<th scope="col">13 ${spanInWords(month)}</th></tr></thead>
<tbody>${shown.map(row)}</tbody></table>`;
  return sideways('Bảng số liệu', whole);
}
