import { html } from 'hono/html';
import { inWords } from '../../../shared/domain/calendar/day.ts';
import type { Edition } from '../../../shared/domain/compilation/edition.ts';
import type { Period } from '../../../shared/domain/office/period.ts';
import type { Markup } from '../frame.ts';

/** An edition with its files, each with the hash by which anyone can check it. */
export function editionOf(edition: Edition): Markup {
  const at = `/board/${edition.report}/${edition.month}/${edition.number}`;
  return html`<h3>Bản ${edition.number}, lập lúc ${inWords(edition.at)}</h3>
<ul>${Object.entries(edition.files).map(
    ([kind, filed]) =>
      html`<li><a href="${at}/${kind}">${filed.name}</a><br><small>SHA-256 <code>${filed.sha256}</code></small></li>`,
  )}</ul>
${edition.missing.length > 0 ? html`<p>Thiếu: ${edition.missing.map(({ name }) => name).join(', ')}</p>` : ''}`;
}

/** Before the deadline: the letter as it would be, for who may see it. */
export function noEdition({ report, month }: Period, previews: boolean): Markup {
  const at = `/board/${report}/${month}/preview`;
  const preview = html`<a href="${at}">Xem trước công văn nếu chốt lúc này</a> (<a href="${at}/docx">DOCX</a>, <a href="${at}/pdf">PDF</a>)`;
  return html`<p>Chưa đến hạn. ${previews ? preview : ''}</p>`;
}
