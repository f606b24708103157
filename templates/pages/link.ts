import { html } from 'hono/html';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import { framed } from './frame.ts';

export type LinkPage = ToAsk & { title: string; explanation: string; button: string; action: string };

/** What a mailed link opens: one button. Looking at it changes nothing, since mail scanners look first. */
export function linkPage({ title, explanation, button, action, ...asked }: LinkPage): string {
  return framed({
    title,
    ...asked,
    main: html`<p>${explanation}</p>
<form method="post" action="${action}"><button type="submit">${button}</button></form>`,
  });
}
