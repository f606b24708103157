import { html } from 'hono/html';
import { spanInWords, type Term, termAYearBefore, termBefore, termInWords } from '../../shared/domain/calendar/term.ts';
import { stateNames } from '../../shared/domain/collection/names.ts';
import { type FigureRow, valueIn } from '../../shared/domain/compilation/figures-table.ts';
import { changeInWords } from '../../shared/domain/letter/sentence.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { writeNumeral } from '../../shared/domain/text/numeral.ts';
import { waysFrom } from './board/ways.ts';
import { chart } from './chart.ts';
import { framed, type Markup } from './frame.ts';

type Changes = FigureRow['figure']['changes'];

export type FiguresPage = { department: string; report: string; name: string; month: Term; rows: FigureRow[] };

/** The figures of a month: every comparison, what stands out and how units explain it, and the course of a year. */
export function figuresPage({ department, report, name, month, rows }: FiguresPage): string {
  const at = `/board/${report}/${month}`;
  return framed({
    title: `Số liệu: ${name}, ${termInWords(month)}`,
    department,
    ways: waysFrom({ report, month }),
    main: html`<table class="cards" tabindex="0">
<thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">${capitalised(termInWords(month))}</th><th scope="col">${capitalised(termInWords(termBefore(month)))}</th><th scope="col">${capitalised(termInWords(termAYearBefore(month)))}</th><th scope="col">13 ${spanInWords(month)}</th></tr></thead>
<tbody>${rows.map(row => figureRow(row, month))}</tbody></table>
<h2>Tải về</h2>
<ul>
<li>Số liệu ${spanInWords(month)}: <a href="${at}/tables/thang.csv">CSV</a>, <a href="${at}/tables/thang.xlsx">Excel</a></li>
<li>Chuỗi 13 ${spanInWords(month)}: <a href="${at}/tables/chuoi.csv">CSV</a>, <a href="${at}/tables/chuoi.xlsx">Excel</a></li>
</ul>`,
  });
}

function figureRow({ indicator, owner, figure, remark, course }: FigureRow, month: Term): Markup {
  const base = (against: Term) => valueIn(course, against);
  return html`<tr><th scope="row">${indicator.name}<br><small>${owner}; ${indicator.unitOfMeasure || 'không có đơn vị tính'}</small></th>
<td data-name="${capitalised(termInWords(month))}"><span>${valueInWords(figure)}${remark ? html`<br><small><strong>${remark}</strong></small>` : ''}${figure.note ? html`<br><small>Giải trình: ${figure.note}</small>` : ''}</span></td>
<td data-name="${capitalised(termInWords(termBefore(month)))}"><span>${compared(base(termBefore(month)), figure.changes, 'previous-month')}</span></td>
<td data-name="${capitalised(termInWords(termAYearBefore(month)))}"><span>${compared(base(termAYearBefore(month)), figure.changes, 'same-month-last-year')}</span></td>
<td>${chart(indicator.name, course)}</td></tr>`;
}

/** "ước 138,8"; the state alone where there is no value. */
function valueInWords({ state, value }: FigureRow['figure']): string {
  if (value === undefined)
    return state === 'reported' || state === 'estimated' ? 'chỉ báo mức tăng, giảm' : stateNames[state];
  return state === 'estimated' ? `ước ${writeNumeral(value)}` : writeNumeral(value);
}

function compared(base: string | undefined, changes: Changes, against: Changes[number]['with']): Markup {
  const change = changes.find(each => each.with === against);
  return html`${base === undefined ? 'không có' : writeNumeral(base)}${change ? html`<br>${changeInWords(change)}` : ''}`;
}
