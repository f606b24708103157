import { html } from 'hono/html';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { isRecalled } from '../../shared/domain/compilation/recall.ts';
import { letterNamed } from '../../shared/domain/letter/letter-named.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { framed } from './frame.ts';

export type DownloadPage = {
  edition: Edition;
  token: string;
  /** The letter that took the place of this one. */
  replacedBy: Edition | undefined;
};

/** The files of a letter that was too large to attach, and whether it is still to be used. */
export function downloadPage({ edition, token, replacedBy }: DownloadPage): string {
  const { head, files } = edition;
  return framed({
    title: head.trichYeu,
    department: head.coQuanBanHanh,
    main: html`${isRecalled(edition) ? html`<p class="bad"><strong>Đã bị thu hồi</strong>: không dùng ${documentInWords(head.document)} này nữa.</p>` : ''}
${replacedBy ? html`<p class="wanting"><strong>Đã được thay thế</strong> bằng ${letterNamed(replacedBy)}.</p>` : ''}
<ul>
<li><a href="/download/${token}/pdf">${files.pdf.name}</a></li>
<li><a href="/download/${token}/docx">${files.docx.name}</a></li>
${files.xlsx ? html`<li><a href="/download/${token}/xlsx">${files.xlsx.name}</a></li>` : ''}
</ul>`,
  });
}
