import { html } from 'hono/html';
import { inWords } from '../../../shared/domain/calendar/day.ts';
import type { Edition } from '../../../shared/domain/compilation/edition.ts';
import { framed } from '../../../templates/pages/frame.ts';
import type { Mail } from '../mailbox.ts';
import type { Doors } from './doors.ts';
import type { Happening } from './happenings.ts';

export const deskPath = '/ban-thu';

export type FiledMail = Mail & { file: string };

export type DeskPage = {
  department: string;
  now: number;
  happenings: Happening[];
  doors: Doors[];
  mails: FiledMail[];
  editions: { edition: Edition; files: { name: string; address: string }[] }[];
};

/** The desk: the clock and its buttons, every mail, the archive. */
export function deskPage({ department, now, happenings, doors, mails, editions }: DeskPage): string {
  return framed({
    title: 'Bàn thử trên máy này',
    department,
    main: [
      html`<p>Đồng hồ: <strong>${inWords(now)}</strong>. Bấm một mốc để chuyển đồng hồ tới đó; hệ thống làm mọi việc đến hạn.</p>
<form method="post" action="${deskPath}/clock" class="acts">${happenings.map(
        ({ at, what }) => html`<button class="outline" name="to" value="${at}">${inWords(at)}: ${what}</button>`,
      )}</form>`,
      html`<h2>Vào thử, trong vai</h2>
${doors.map(
  group => html`<h3>${group.to}</h3>
<form method="post" action="${deskPath}/door" class="row">${group.doors.map(
    ({ part, who }) => html`<button class="outline" name="part" value="${part}">${who}</button>`,
  )}</form>`,
)}`,
      html`<h2>Hộp thư (${mails.length})</h2>
<table class="cards"><thead><tr><th scope="col">Thư</th><th scope="col">Tới</th><th scope="col">Mở</th></tr></thead>
<tbody>${mails.map(
        ({ file, to, subject, link, attachments }) => html`<tr>
<th scope="row"><a href="${deskPath}/mail/${file}">${subject}</a>${attachments.length > 0 ? ` (${attachments.length} tệp)` : ''}</th>
<td data-name="Tới">${to}</td><td>${link ? html`<a href="${link}">đường dẫn</a>` : ''}</td></tr>`,
      )}</tbody></table>`,
      html`<h2>Lưu trữ</h2>
${editions.map(
  ({ edition, files }) => html`<h3>${edition.head.trichYeu}</h3>
<ul>${files.map(({ name, address }) => html`<li><a href="${address}">${name}</a></li>`)}</ul>`,
)}`,
    ],
  });
}

/** One mail, as its reader sees it, with its attachments. */
export function mailPage({ file, to, subject, text, link, attachments }: FiledMail): string {
  return framed({
    title: subject,
    ways: [{ to: deskPath, name: 'Bàn thử' }],
    main: html`<p>Tới: ${to}</p>
<p class="typed">${text}</p>
${link ? html`<p><a href="${link}" role="button">Mở đường dẫn</a></p>` : ''}
<ul>${attachments.map(({ name }, at) => html`<li><a href="${deskPath}/mail/${file}/${at}">${name}</a></li>`)}</ul>`,
  });
}

/** What the desk does not do, and what to do instead. */
export function refusedPage(sentence: string): string {
  return framed({
    title: 'Bàn thử không làm được việc này',
    ways: [{ to: deskPath, name: 'Bàn thử' }],
    main: html`<p>${sentence}</p>
<p><a href="${deskPath}" role="button">Mở bàn thử</a></p>`,
  });
}
