import { html } from 'hono/html';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import type { ProblemDetails } from '../../shared/domain/problem.ts';
import { framed, type Way } from './frame.ts';

/** What went wrong and what to do next, for people. */
export function problemPage(
  { title, detail, faults = [] }: ProblemDetails,
  asked: ToAsk = {},
  ways: Way[] = [{ to: '/', name: 'Trang đầu' }],
): string {
  return framed({
    title,
    ...asked,
    ways,
    main: html`<p>${detail}</p>
${faults.length > 0 ? html`<ul>${faults.map(fault => html`<li><code>${fault.field}</code>: ${fault.message}</li>`)}</ul>` : ''}`,
  });
}
