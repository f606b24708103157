import { html } from 'hono/html';
import { inWords } from '../../shared/domain/calendar/day.ts';
import type { HandedIn } from '../../shared/domain/letter/handed-in.ts';
import type { Markup } from './frame.ts';
import { changed, takenDown } from './taken-down.ts';

/** A time a unit handed in: what it changed since the time before, and the whole of it; `more` is what else is to be said of it. */
export function revisionSection(
  { revision, receivedAt, items, changed: differences }: HandedIn,
  more: Markup = html``,
): Markup {
  return html`<section><h2>Nộp lần ${revision}, ${inWords(receivedAt)}</h2>
${more}${differences ? changed(differences, { before: `Lần ${revision - 1}`, after: `Lần ${revision}` }) : ''}
<details><summary>Toàn bộ nội dung đã nộp</summary>${takenDown(items)}</details></section>`;
}
