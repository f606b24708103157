import { html } from 'hono/html';
import { monthNumber } from '../../shared/domain/calendar/month.ts';
import { cadenceOf, type Term, termShort } from '../../shared/domain/calendar/term.ts';
import type { Standing, TermOfYear, UnitOfYear } from '../../shared/domain/collection/punctuality.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { isRecalled } from '../../shared/domain/compilation/recall.ts';
import { replacedBy } from '../../shared/domain/issuing/known-file.ts';
import { letterNamed } from '../../shared/domain/letter/letter-named.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { toEveryPeriod } from './board/ways.ts';
import { framed, type Markup } from './frame.ts';

/** A sign and a word for each: colour alone tells nobody anything. */
const signs: Record<Standing, { sign: string; word: string }> = {
  'on time': { sign: '✓', word: 'đúng hạn' },
  late: { sign: '!', word: 'muộn' },
  missing: { sign: '✗', word: 'không nộp' },
  awaited: { sign: '…', word: 'chưa đến hạn' },
  'not owing': { sign: '–', word: 'không phải nộp' },
  'not opened': { sign: '·', word: 'chưa mở kỳ' },
};

const tones: Record<Standing, string> = {
  'on time': 'good',
  late: 'wanting',
  missing: 'bad',
  awaited: '',
  'not owing': '',
  'not opened': '',
};

/** A term, with the editions of its letter. */
export type TermShown = TermOfYear & { editions: Edition[] };

export type YearPage = {
  department: string;
  report: string;
  name: string;
  year: number;
  months: TermShown[];
  units: UnitOfYear[];
};

/** A year of one report: its periods by unit, and how often each unit was on time. */
export function yearPage({ department, report, name, year, months, units }: YearPage): string {
  return framed({
    title: `${name}, năm ${year}`,
    department,
    ways: [
      toEveryPeriod,
      { to: `/years/${report}/${year - 1}`, name: `Năm ${year - 1}` },
      { to: `/years/${report}/${year + 1}`, name: `Năm ${year + 1}` },
    ],
    main: html`${units.length > 0 ? yearTable(report, months, units) : html`<p>Năm ${year} chưa có kỳ báo cáo nào.</p>`}
${lettersOfYear(report, months)}
<p>${Object.values(signs).map(({ sign, word }) => html`<span class="key">${sign} ${word}</span> `)}</p>
`,
  });
}

/** The letters that are not as they first went out; nothing where all are. */
function lettersOfYear(report: string, months: TermShown[]): Markup {
  const changed = months.flatMap(({ month, editions }) => {
    const said = editions.flatMap(edition => {
      const next = edition.reissue && replacedBy(edition, editions);
      const what = [
        isRecalled(edition) ? html`<span class="bad">đã thu hồi</span>` : [],
        next ? html`<span class="wanting">đã được thay thế</span> bằng ${letterNamed(next)}` : [],
      ].flat();
      return what.map(each => html`<br>${letterNamed(edition)}: ${each}`);
    });
    return said.length > 0
      ? [html`<li><a href="/board/${report}/${month}">${capitalised(termShort(month))}</a>: ${said}</li>`]
      : [];
  });
  return changed.length > 0 ? html`<h2>Văn bản có thay đổi sau khi phát hành</h2><ul>${changed}</ul>` : html``;
}

function yearTable(report: string, months: TermOfYear[], units: UnitOfYear[]): Markup {
  return html`<table class="year" tabindex="0"><thead><tr><th scope="col">Đơn vị</th>${months.map(
    ({ month, period }) =>
      html`<th scope="col">${period ? html`<a href="/board/${report}/${month}" aria-label="${capitalised(termShort(month))}">${heading(month)}</a>` : heading(month)}</th>`,
  )}<th scope="col">Đúng hạn</th></tr></thead>
<tbody>${units.map(
    ({ unit, standings, onTime, due }) =>
      html`<tr><th scope="row">${unit.name}</th>${standings.map(
        standing =>
          html`<td class="${tones[standing]}"><span aria-hidden="true">${signs[standing].sign}</span><span class="spoken">${signs[standing].word}</span></td>`,
      )}<td>${onTime}/${due}</td></tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">Đúng hạn</th>${months.map((_, at) => html`<td>${onTimeIn(units, at)}</td>`)}<td></td></tr></tfoot></table>`;
}

/** How many of those that owed were on time: "7/8"; nothing of a term that is not opened. */
function onTimeIn(units: UnitOfYear[], at: number): string {
  const owed = units.flatMap(({ standings }) => {
    const standing = standings[at];
    return standing === undefined || standing === 'not owing' || standing === 'not opened' ? [] : [standing];
  });
  return owed.length > 0 ? `${owed.filter(standing => standing === 'on time').length}/${owed.length}` : '';
}

function heading(term: Term): string {
  return cadenceOf(term) === 'month' ? `T${Number(monthNumber(term))}` : capitalised(termShort(term));
}
