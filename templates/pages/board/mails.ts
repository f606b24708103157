import { html } from 'hono/html';
import { inWords } from '../../../shared/domain/calendar/day.ts';
import type { MailEntry } from '../../../shared/domain/delivery/mail.ts';
import type { Period } from '../../../shared/domain/office/period.ts';
import { capitalised } from '../../../shared/domain/text/capitalised.ts';
import { stepName } from '../../step-name.ts';
import type { Markup } from '../frame.ts';
import { lettersTable } from './letters.ts';
import { mailStanding, notSent } from './mail-states.ts';
import type { Names } from './names.ts';

export type MailsTable = {
  period: Period;
  /** What its document is called within a sentence. */
  document: string;
  mails: MailEntry[];
  /** The lines of Nơi nhận, in the order they are printed. */
  lines: string[];
  names: Names;
  /** Those that wait and will never go. */
  idle: ReadonlySet<MailEntry>;
  /** True where the mails to units and staff are shown as well: they tell who has handed in. */
  notices: boolean;
  /** True for who may send a letter again. */
  resends: boolean;
};

/** Every mail of a period: letters by the lines of Nơi nhận, then all others. */
export function mailsTable({ period, document, mails, lines, names, idle, notices, resends }: MailsTable): Markup {
  const letters = mails.filter(({ to }) => to.kind === 'recipient');
  const others = mails.filter(({ to }) => to.kind !== 'recipient');
  return html`${letters.length > 0 ? lettersTable({ period, document, letters, lines, resends, idle }) : ''}
${notices ? html`<details><summary>Thư mở kỳ, nhắc, biên nhận (${others.length})</summary>${noticesTable(others, { names, idle })}</details>` : ''}${letters.length === 0 && !notices ? html`<p>${capitalised(document)} chưa được gửi.</p>` : ''}`;
}

/** Mails to units and staff, one a row. */
export function noticesTable(notices: MailEntry[], known: Pick<MailsTable, 'names' | 'idle'>): Markup {
  return html`<table class="cards" tabindex="0"><thead><tr><th scope="col">Thư</th><th scope="col">Cho</th><th scope="col">Địa chỉ</th><th scope="col">Tình trạng</th><th scope="col">Lúc</th></tr></thead>
<tbody>${notices.map(mail => noticeRow(mail, known))}</tbody></table>`;
}

function noticeRow(mail: MailEntry, { names, idle }: Pick<MailsTable, 'names' | 'idle'>): Markup {
  return html`<tr><th scope="row">${stepName(mail.step)}</th><td data-name="Cho">${whom(mail, names)}</td>
<td data-name="Địa chỉ">${mail.address}</td><td data-name="Tình trạng"><span>${idle.has(mail) ? notSent : mailStanding(mail)}</span></td><td data-name="Lúc">${inWords(mail.at)}</td></tr>`;
}

function whom({ to }: MailEntry, names: Names): string {
  if (to.kind === 'recipient') return to.lines.join('; ');
  const id = to.kind === 'unit' ? to.unit : to.staff;
  return names.get(id) ?? id;
}
