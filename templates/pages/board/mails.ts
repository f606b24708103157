import { html } from 'hono/html';
import { inWords } from '../../../shared/domain/day.ts';
import { isSettled, type MailEntry, type MailState } from '../../../shared/domain/mail.ts';
import type { Period } from '../../../shared/domain/period.ts';
import type { Markup } from '../frame.ts';
import type { Names } from './names.ts';

const states: Record<MailState, string> = {
  pending: 'chờ gửi',
  claimed: 'đang gửi',
  unknown: 'chưa rõ đã đi hay chưa',
  refused: 'bị từ chối',
  sent: 'đã gửi',
  delivered: 'đã đến',
  bounced: 'bị trả lại',
  complained: 'bị báo là thư rác',
};

/** What a person has to do about a mail; nothing where nothing has to be done. */
const advice: Partial<Record<MailState, string>> = {
  unknown: 'Hãy hỏi người nhận: nếu chưa nhận được thì gửi lại. Hệ thống không tự gửi lần hai.',
  refused: 'Địa chỉ sai hoặc bị chặn. Hãy hỏi địa chỉ đúng, gửi lại, rồi sửa trong thư mục của cơ quan.',
  bounced: 'Hộp thư không nhận. Hãy hỏi địa chỉ đúng, gửi lại, rồi sửa trong thư mục của cơ quan.',
  complained: 'Người nhận đã báo thư rác. Hãy gọi điện trước khi gửi thêm.',
};

export type MailsTable = { period: Period; mails: MailEntry[]; names: Names; resends: boolean };

/** Every mail of a period, letters first, with what to do about those that did not arrive. */
export function mailsTable({ period, mails, names, resends }: MailsTable): Markup {
  const letters = mails.filter(isLetter);
  const notices = mails.filter(mail => !isLetter(mail));
  return html`${letters.length > 0 ? html`<h3>Công văn</h3>${table(letters, names, mail => (resends && isSettled(mail.state) ? resendForm(period, mail) : html``))}` : ''}
<details><summary>Thư mở kỳ, nhắc, biên nhận (${notices.length})</summary>
${table(notices, names, () => html``)}</details>`;
}

function table(mails: MailEntry[], names: Names, further: (mail: MailEntry) => Markup): Markup {
  return html`<table tabindex="0"><thead><tr><th scope="col">Thư</th><th scope="col">Cho</th><th scope="col">Địa chỉ</th><th scope="col">Tình trạng</th><th scope="col">Lúc</th></tr></thead>
<tbody>${mails.map(
    mail => html`<tr><td>${stepName(mail.step)}</td><td>${whom(mail, names)}</td><td>${mail.address}</td>
<td>${states[mail.state]}${advice[mail.state] ? html`<br><small>${advice[mail.state]}</small>` : ''}${further(mail)}</td><td>${inWords(mail.at)}</td></tr>`,
  )}</tbody></table>`;
}

function resendForm({ report, month }: Period, mail: MailEntry): Markup {
  return html`<details><summary>Gửi lại…</summary>
<form method="post" action="/board/${report}/${month}/resend">
<input type="hidden" name="mail" value="${mail.step} ${mail.recipient}">
<label>Địa chỉ <input name="address" type="email" required value="${mail.address}"></label>
<label>Lý do <input name="reason" required maxlength="500"></label>
<button class="secondary" type="submit">Gửi lại công văn</button></form></details>`;
}

function isLetter({ to }: MailEntry): boolean {
  return to.kind === 'recipient';
}

function whom({ to }: MailEntry, names: Names): string {
  if (to.kind === 'recipient') return to.lines.join('; ');
  const id = to.kind === 'unit' ? to.unit : to.staff;
  return names.get(id) ?? id;
}

function stepName(step: string): string {
  const [kind = '', number = ''] = step.split('-');
  const kinds: Record<string, string> = {
    opening: 'mở kỳ',
    reminder: 'nhắc lần',
    nudge: 'nhắc thêm lần',
    link: 'gửi lại đường dẫn lần',
    receipt: 'biên nhận lần nộp',
    edition: 'công văn bản',
    resend: 'công văn, gửi lại lần',
    compiled: 'báo đã lập bản',
    held: 'báo giữ lại bản',
  };
  return `${kinds[kind] ?? kind} ${number}`.trim();
}
