import { html } from 'hono/html';
import type { TextRemarks } from '../../../shared/domain/collection/reading/texts-read.ts';
import type { Markup } from '../frame.ts';

/** What is worth a second look in the texts, each with the way to its field; `form` is the address of the form that is to be mended. */
export function secondLook(form: string, remarks: TextRemarks[]): Markup {
  const count = remarks.reduce((sum, { says }) => sum + says.length, 0);
  return html`<article class="asking"><h2>Đọc lại ${count} chỗ</h2>
<ul>${remarks.map(({ field, name, says }) => html`<li><a href="${form}#${field}">${name}</a>: ${says.join(' ')}</li>`)}</ul>
<p>Nếu đã đúng thì cứ xác nhận nộp.</p></article>`;
}
