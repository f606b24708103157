import { html } from 'hono/html';
import { dateLine, inWords } from '../../../shared/domain/calendar/day.ts';
import type { Edition } from '../../../shared/domain/compilation/edition.ts';
import { filesGivenTo } from '../../../shared/domain/compilation/given-out.ts';
import { isRecalled, type Recall } from '../../../shared/domain/compilation/recall.ts';
import { mayGoOut } from '../../../shared/domain/issuing/issued-edition.ts';
import { documentInWords } from '../../../shared/domain/office/document-kind.ts';
import type { Period } from '../../../shared/domain/office/period.ts';
import { may } from '../../../shared/domain/office/roles.ts';
import type { Staff } from '../../../shared/domain/office/staff.ts';
import { capitalised } from '../../../shared/domain/text/capitalised.ts';
import type { Markup } from '../frame.ts';

/** An edition with the files that are for who looks, each with the hash by which anyone can check it. */
export function editionOf(edition: Edition, newest: Edition | undefined, { roles }: Pick<Staff, 'roles'>): Markup {
  const at = `/board/${edition.report}/${edition.month}/${edition.number}`;
  const files = filesGivenTo(roles, edition).flatMap(kind => {
    const filed = edition.files[kind];
    return filed ? [[kind, filed] as const] : [];
  });
  const missing = may({ roles }, 'see what units hand in') ? edition.missing : [];
  return html`<h3>Bản ${edition.number}, lập lúc ${inWords(edition.at)}</h3>
${
  files.length > 0
    ? html`<ul>${files.map(([kind, filed]) => html`<li><a href="${at}/${kind}">${filed.name}</a></li>`)}</ul>
<details><summary>Mã kiểm tra (SHA-256)</summary><ul>${files.map(([, filed]) => html`<li>${filed.name}<br><small><code>${filed.sha256}</code></small></li>`)}</ul></details>`
    : html`<p>${capitalised(documentInWords(edition.head.document))} đang chờ cán bộ tổng hợp. Phát hành rồi thì tải về được ở đây.</p>`
}
${edition.extension ? html`<p>Bản này không phát hành: kỳ đã được gia hạn tới ${inWords(edition.extension.until)}, rồi lập lại.</p>` : ''}
${edition.replaces ? html`<p>Thay thế bản ${edition.replaces.number}, ${dateLine(edition.replaces.date)}.</p>` : ''}
${edition.reissue ? replacedInWords(edition, newest) : ''}
${edition.recall ? whatOfRecall(edition.recall) : ''}
${missing.length > 0 ? html`<p>Thiếu: ${missing.map(({ name }) => name).join(', ')}</p>` : ''}`;
}

/** Once another took its place, or is made, or on its way through the office's steps. */
function replacedInWords({ number, reissue }: Edition, newest: Edition | undefined): Markup {
  const wentOut = newest && newest.number !== number && mayGoOut(newest);
  return wentOut
    ? html`<p class="wanting"><strong>Đã được thay thế</strong> bằng bản ${newest.number}.</p>`
    : html`<p>Đang lập bản thay thế, quyết định lúc ${inWords(reissue?.at ?? 0)}.</p>`;
}

function whatOfRecall({ decided, reason, at }: Recall): Markup {
  return decided === 'recalled'
    ? html`<p class="bad"><strong>Đã thu hồi</strong> lúc ${inWords(at)}: ${reason}</p>`
    : html`<p>Việc thu hồi đã hủy lúc ${inWords(at)}: ${reason}</p>`;
}

/** Of the letter that went out last; asked about on a page of its own. */
export function recallButton({ report, month, state }: Period, edition: Edition | undefined): Markup {
  if (state !== 'issued' || !edition) return html``;
  const document = documentInWords(edition.head.document);
  const does = isRecalled(edition) ? `Không thu hồi ${document} nữa` : `Thu hồi ${document}`;
  return html`<form action="/board/${report}/${month}/recall" class="acts"><button class="secondary" type="submit">${does}…</button></form>`;
}

/** Before the period closes: the letter as it would be, for who may see it. */
export function editionToBe({ report, month, extension }: Period, document: string, previews: boolean): Markup {
  const at = `/board/${report}/${month}/preview`;
  const preview = html`<a href="${at}">Xem trước ${document} nếu chốt lúc này</a> (<a href="${at}/docx">DOCX</a>, <a href="${at}/pdf">PDF</a>)`;
  return html`<p>${extension ? 'Đang gia hạn.' : 'Chưa đến hạn.'} ${previews ? preview : ''}</p>`;
}
