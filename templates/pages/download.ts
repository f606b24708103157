import { html } from 'hono/html';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { framed } from './frame.ts';

/** The files of a letter that was too large to attach. */
export function downloadPage({ edition, token }: { edition: Edition; token: string }): string {
  const { head, files } = edition;
  return framed({
    title: head.trichYeu,
    department: head.coQuanBanHanh,
    main: html`<ul>
<li><a href="/download/${token}/pdf">${files.pdf.name}</a></li>
<li><a href="/download/${token}/docx">${files.docx.name}</a></li>
${files.xlsx ? html`<li><a href="/download/${token}/xlsx">${files.xlsx.name}</a></li>` : ''}
</ul>`,
  });
}
