import { html } from 'hono/html';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import type { ProblemDetails } from '../../shared/domain/problem.ts';
import { framed } from './frame.ts';

/** The session ended while somebody was typing: nothing was taken, and what was typed is there to be copied. */
export function lostSessionPage({ title, detail }: ProblemDetails, typed: string, asked: ToAsk = {}): string {
  return framed({
    title,
    ...asked,
    scripted: true,
    main: html`<p role="alert">${detail} Nội dung vừa gửi chưa được nộp.</p>
<label for="typed">Nội dung vừa gửi, để sao chép</label>
<textarea id="typed" rows="16" readonly data-copy>
${typed}</textarea>`,
  });
}
