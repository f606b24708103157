import { html } from 'hono/html';
import type { Markup } from '../frame.ts';

/** Which part of a long table a page shows; parts are counted from 1. */
export type Part = { part: number; parts: number };

/** Leads to the other parts of a long table; nothing where there is one. */
export function pager({ part, parts }: Part): Markup | string {
  if (parts < 2) return '';
  const all = Array.from({ length: parts }, (_, at) => at + 1);
  return html`<nav class="parts" aria-label="Các phần của bảng"><ul>${all.map(each =>
    each === part
      ? html`<li><strong aria-current="page">Phần ${each}</strong></li>`
      : html`<li><a href="?phan=${each}">Phần ${each}</a></li>`,
  )}</ul></nav>`;
}
