import { html } from 'hono/html';
import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Difference, Item } from '../../shared/domain/letter/items.ts';
import type { UnitPage } from './form.ts';
import { framed, type Markup } from './frame.ts';
import { changed, takenDown } from './taken-down.ts';

/** A time the unit handed in, and what it changed since the time before; the first has nothing before it. */
export type HandedIn = {
  revision: number;
  receivedAt: number;
  key: string;
  items: Item[];
  changed: Difference[] | undefined;
};

/** Every time the unit handed in, newest first. */
export function historyPage({ revisions, ...page }: UnitPage & { revisions: HandedIn[] }): string {
  return framed({
    title: `Các lần đã nộp, ${termInWords(page.month)}`,
    department: page.department,
    ways: [{ to: '/form', name: 'Về biểu mẫu' }],
    main: [
      html`<p><strong>${page.unit}</strong>: ${page.report}</p>`,
      ...(revisions.length > 0 ? revisions.map(handedIn) : [html`<p>Đơn vị chưa nộp lần nào.</p>`]),
    ],
  });
}

function handedIn({ revision, receivedAt, key, items, changed: differences }: HandedIn): Markup {
  return html`<section><h2>Lần ${revision}, ${inWords(receivedAt)}</h2>
${differences ? changed(differences, { before: `Lần ${revision - 1}`, after: `Lần ${revision}` }) : ''}
<details><summary>Toàn bộ nội dung đã nộp</summary>${takenDown(items)}</details>
<p><a href="/receipt/${key}">Biên nhận lần ${revision}</a></p></section>`;
}
