import { html } from 'hono/html';
import { inWords, timeLeft } from '../../shared/domain/day.ts';
import type { Staff } from '../../shared/domain/department.ts';
import type { Edition } from '../../shared/domain/edition.ts';
import type { MailEntry } from '../../shared/domain/mail.ts';
import { monthAndYear, yearOf } from '../../shared/domain/month.ts';
import type { Period, PeriodState } from '../../shared/domain/period.ts';
import { may } from '../../shared/domain/roles.ts';
import { mailsTable } from './board/mails.ts';
import { type Names, namedIn, namesOf } from './board/names.ts';
import { type Standing, unitsTable } from './board/units.ts';
import { framed, type Markup } from './frame.ts';

const periodStates: Record<PeriodState, string> = {
  open: 'đang nhận báo cáo',
  closing: 'đang chốt',
  closed: 'đã chốt',
  compiled: 'đã lập công văn, đang gửi',
  held: 'công văn đang giữ lại',
  issued: 'đã phát hành',
};

export type BoardPage = { department: string; periods: (Period & { name: string })[] };

/** Every period, newest first. */
export function boardPage({ department, periods }: BoardPage): string {
  return framed({
    title: 'Bảng tổng hợp',
    department,
    main: html`<table tabindex="0">
<thead><tr><th scope="col">Báo cáo</th><th scope="col">Kỳ</th><th scope="col">Tình trạng</th><th scope="col">Hạn</th></tr></thead>
<tbody>${periods.map(
      period => html`<tr>
<td><a href="/board/${period.report}/${period.month}">${period.name}</a></td>
<td>${monthAndYear(period.month)}</td><td>${periodStates[period.state]}</td><td>${inWords(period.deadline)}</td></tr>`,
    )}</tbody>
</table>
${signOut}`,
  });
}

type Entry = { at: number; who: string; what: string; detail: string };

export type PeriodPage = {
  department: string;
  report: string;
  period: Period;
  heads: ReadonlyMap<string, Standing>;
  editions: Edition[];
  mails: MailEntry[];
  trail: Entry[];
  /** Everybody of the office, to be called by their names. */
  staff: Pick<Staff, 'id' | 'name'>[];
  /** Who looks: their roles decide what is shown. */
  viewer: Pick<Staff, 'roles'>;
  now: number;
};

/** One period: who has handed in, the editions, and what became of each mail. */
export function periodPage(shown: PeriodPage): string {
  const { department, report, period, heads, editions, mails, trail, staff, viewer, now } = shown;
  const names = namesOf(period, staff);
  const units = may(viewer, 'see what units hand in');
  const handedIn = period.units.filter(({ id }) => (heads.get(id)?.revision ?? 0) > 0).length;
  const asks = may(viewer, 'coordinate') && period.state === 'open';
  return framed({
    title: `${report}, tháng ${monthAndYear(period.month)}`,
    department,
    main: [
      html`<p>${periodStates[period.state]}; hạn ${inWords(period.deadline)}, ${timeLeft(period.deadline, now)}.</p>
<p><label>${handedIn}/${period.units.length} đơn vị đã nộp <progress value="${handedIn}" max="${period.units.length}"></progress></label></p>`,
      may(viewer, 'coordinate') && period.state === 'held' ? releaseButton(period) : html``,
      asks && handedIn < period.units.length ? remindButton(period) : html``,
      units
        ? html`<h2>Đơn vị</h2>${unitsTable({ period, heads, mails, buttons: asks })}
<p><a href="/board/${period.report}/${period.month}/figures">Số liệu, so sánh và biểu đồ</a> · <a href="/years/${period.report}/${yearOf(period.month)}">Cả năm ${yearOf(period.month)}</a></p>`
        : html``,
      html`<h2>Công văn</h2>${editions.length > 0 ? editions.map(editionOf) : noEdition(period, units)}`,
      html`<h2>Thư</h2>${mailsTable({ period, mails, names, resends: may(viewer, 'send again') })}`,
      units ? html`<h2>Nhật ký</h2>${trailList(trail, names)}` : html``,
      html`<nav><ul><li><a href="/board">Mọi kỳ báo cáo</a></li></ul></nav>${signOut}`,
    ],
  });
}

const signOut = html`<form method="post" action="/sign-out" class="actions"><button class="secondary outline" type="submit">Đăng xuất</button></form>`;

function releaseButton({ report, month }: Period): Markup {
  return html`<form method="post" action="/board/${report}/${month}/release"><button type="submit">Cho gửi</button></form>`;
}

/** One button for all who owe. */
function remindButton({ report, month }: Period): Markup {
  return html`<form method="post" action="/board/${report}/${month}/remind"><button type="submit">Nhắc đơn vị chưa nộp</button></form>
<p class="no-print"><small>Thư đi ngay; trong năm phút, bấm lại không gửi thêm.</small></p>`;
}

function noEdition({ report, month }: Period, previews: boolean): Markup {
  const at = `/board/${report}/${month}/preview`;
  const preview = html`<a href="${at}">Xem trước công văn nếu chốt lúc này</a> (<a href="${at}/docx">DOCX</a>, <a href="${at}/pdf">PDF</a>)`;
  return html`<p>Chưa đến hạn. ${previews ? preview : ''}</p>`;
}

function editionOf(edition: Edition): Markup {
  const at = `/board/${edition.report}/${edition.month}/${edition.number}`;
  return html`<h3>Bản ${edition.number}, lập lúc ${inWords(edition.at)}</h3>
<ul>${Object.entries(edition.files).map(
    ([kind, filed]) =>
      html`<li><a href="${at}/${kind}">${filed.name}</a><br><small>SHA-256 <code>${filed.sha256}</code></small></li>`,
  )}</ul>
${edition.missing.length > 0 ? html`<p>Thiếu: ${edition.missing.map(({ name }) => name).join(', ')}</p>` : ''}`;
}

function trailList(trail: Entry[], names: Names): Markup {
  return html`<ul>${trail.map(
    ({ at, who, what, detail }) =>
      html`<li>${inWords(at)}: ${what} (${namedIn(names, detail)}; ${names.get(who) ?? who})</li>`,
  )}</ul>`;
}
