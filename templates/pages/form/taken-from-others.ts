import { html } from 'hono/html';
import type { Markup } from '../frame.ts';

/** What others handed in since a page was opened, and was put together with what is typed on it. */
export function takenFromOthers(taken: string[]): Markup {
  return html`<p role="status">Đã lấy từ bản nộp mới hơn của đơn vị: ${taken.join('; ')}.</p>`;
}
