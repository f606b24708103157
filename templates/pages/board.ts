import { html } from 'hono/html';
import { inWords, timeLeft } from '../../shared/domain/day.ts';
import type { Edition } from '../../shared/domain/edition.ts';
import type { MailEntry, MailState } from '../../shared/domain/mail.ts';
import { monthAndYear } from '../../shared/domain/month.ts';
import type { Period, PeriodState } from '../../shared/domain/period.ts';
import { framed, type Markup } from './frame.ts';

const periodStates: Record<PeriodState, string> = {
  open: 'đang nhận báo cáo',
  closing: 'đang chốt',
  closed: 'đã chốt',
  compiled: 'đã lập công văn, đang gửi',
  held: 'công văn đang giữ lại',
  issued: 'đã phát hành',
};

const mailStates: Record<MailState, string> = {
  pending: 'chờ gửi',
  claimed: 'đang gửi',
  unknown: 'chưa rõ đã đi hay chưa; hãy hỏi người nhận trước khi gửi lại',
  refused: 'bị từ chối; hãy kiểm tra địa chỉ',
  sent: 'đã gửi',
  delivered: 'đã đến',
  bounced: 'bị trả lại; hãy kiểm tra địa chỉ',
  complained: 'bị báo là thư rác',
};

export type BoardPage = { department: string; periods: (Period & { name: string })[] };

/** Every period, newest first. */
export function boardPage({ department, periods }: BoardPage): string {
  return framed({
    title: 'Bảng tổng hợp',
    department,
    main: html`<table>
<thead><tr><th>Báo cáo</th><th>Kỳ</th><th>Tình trạng</th><th>Hạn</th></tr></thead>
<tbody>${periods.map(
      period => html`<tr>
<td><a href="/board/${period.report}/${period.month}">${period.name}</a></td>
<td>${monthAndYear(period.month)}</td><td>${periodStates[period.state]}</td><td>${inWords(period.deadline)}</td></tr>`,
    )}</tbody>
</table>`,
  });
}

type HandedIn = { revision: number; receivedAt?: number | undefined };

export type PeriodPage = {
  department: string;
  report: string;
  period: Period;
  heads: ReadonlyMap<string, HandedIn>;
  editions: Edition[];
  mails: MailEntry[];
  trail: { at: number; who: string; what: string; detail: string }[];
  /** True for who may remind, send links and let a held letter go. */
  coordinates: boolean;
  now: number;
};

/** One period: who has handed in, the editions, and what became of each mail. */
export function periodPage({
  department,
  report,
  period,
  heads,
  editions,
  mails,
  trail,
  coordinates,
  now,
}: PeriodPage): string {
  const asks = coordinates && period.state === 'open';
  const handedIn = period.units.filter(({ id }) => (heads.get(id)?.revision ?? 0) > 0).length;
  return framed({
    title: `${report}, tháng ${monthAndYear(period.month)}`,
    department,
    main: [
      html`<p>${periodStates[period.state]}; hạn ${inWords(period.deadline)}, ${timeLeft(period.deadline, now)}.</p>
<p><progress value="${handedIn}" max="${period.units.length}">${handedIn}/${period.units.length}</progress> ${handedIn}/${period.units.length} đơn vị đã nộp</p>`,
      coordinates && period.state === 'held'
        ? html`<form method="post" action="/board/${period.report}/${period.month}/release"><button type="submit">Cho gửi</button></form>`
        : html``,
      asks && handedIn < period.units.length ? remindButton(period) : html``,
      html`<h2>Đơn vị</h2>
<table><thead><tr><th>Đơn vị</th><th>Đã nộp</th><th>Lần</th><th>Đường dẫn</th></tr></thead>
<tbody>${period.units.map(({ id, name }) => unitRow(name, heads.get(id), asks && unitButtons(period, id)))}</tbody></table>`,
      html`<h2>Công văn</h2>${editions.length > 0 ? editions.map(editionOf) : html`<p>Chưa đến hạn. <a href="/board/${period.report}/${period.month}/preview">Xem trước công văn nếu chốt lúc này</a></p>`}`,
      html`<h2>Thư</h2>
<table><thead><tr><th>Bước</th><th>Cho</th><th>Địa chỉ</th><th>Tình trạng</th><th>Lúc</th></tr></thead>
<tbody>${mails.map(mail => mailRow(mail, period))}</tbody></table>
<h2>Nhật ký</h2>
<ul>${trail.map(({ at, who, what, detail }) => html`<li>${inWords(at)}: ${what} (${detail}; ${who})</li>`)}</ul>
<nav><a href="/board">Mọi kỳ báo cáo</a></nav>
<form method="post" action="/sign-out"><button class="secondary outline" type="submit">Đăng xuất</button></form>`,
    ],
  });
}

function unitRow(name: string, head: HandedIn | undefined, buttons: Markup | false): Markup {
  const when = head && head.revision > 0 ? inWords(head.receivedAt ?? 0) : 'chưa nộp';
  return html`<tr><td>${name}</td><td>${when}</td><td>${head?.revision || ''}</td><td>${buttons || ''}</td></tr>`;
}

function unitButtons({ report, month }: Period, unit: string): Markup {
  const at = `/board/${report}/${month}`;
  return html`<form method="post" class="actions"><input type="hidden" name="unit" value="${unit}">
<button class="secondary outline" formaction="${at}/link">Gửi lại</button>
<button class="secondary outline" formaction="${at}/revoke">Thu hồi</button></form>`;
}

/** One button for all who owe. */
function remindButton({ report, month }: Period): Markup {
  return html`<form method="post" action="/board/${report}/${month}/remind"><button type="submit">Nhắc đơn vị chưa nộp</button></form>
<p><small>Thư đi ngay; trong năm phút, bấm lại không gửi thêm.</small></p>`;
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

function mailRow(mail: MailEntry, period: Period): Markup {
  const { to } = mail;
  const unitName = (unit: string) => period.units.find(({ id }) => id === unit)?.name ?? unit;
  const whom = to.kind === 'recipient' ? to.lines.join('; ') : to.kind === 'unit' ? unitName(to.unit) : to.staff;
  return html`<tr><td>${stepName(mail.step)}</td><td>${whom}</td><td>${mail.address}</td>
<td>${mailStates[mail.state]}</td><td>${inWords(mail.at)}</td></tr>`;
}

function stepName(step: string): string {
  const [kind = '', number = ''] = step.split('-');
  const names: Record<string, string> = {
    opening: 'mở kỳ',
    reminder: 'nhắc lần',
    nudge: 'nhắc thêm lần',
    link: 'gửi lại đường dẫn lần',
    edition: 'công văn bản',
    compiled: 'báo đã lập bản',
    held: 'báo giữ lại bản',
  };
  return `${names[kind] ?? kind} ${number}`.trim();
}
