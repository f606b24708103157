import { html } from 'hono/html';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { HandedIn } from '../../shared/domain/letter/handed-in.ts';
import type { UnitPage } from './form.ts';
import { framed, type Markup } from './frame.ts';
import { revisionSection } from './revisions.ts';

/** Every time the unit handed in, newest first. */
export function historyPage({ revisions, ...page }: UnitPage & { revisions: HandedIn[] }): string {
  return framed({
    title: `Các lần đã nộp, ${termInWords(page.month)}`,
    department: page.department,
    contact: page.contact,
    ways: [{ to: page.at, name: 'Về biểu mẫu' }],
    main: [
      html`<p><strong>${page.unit}</strong>: ${page.report}</p>`,
      ...(revisions.length > 0
        ? revisions.map(each => revisionSection(each, receiptOf(page.at, each)))
        : [html`<p>Đơn vị chưa nộp lần nào.</p>`]),
    ],
  });
}

function receiptOf(at: string, { revision, key }: HandedIn): Markup {
  return html`<p><a href="${at}/receipt/${key}">Biên nhận lần ${revision}</a></p>`;
}
