import { html } from 'hono/html';
import type { Markup } from './frame.ts';

/** How somebody or something stands: as it should, still wanting, or in need of a person. */
export type Tone = 'good' | 'wanting' | 'bad';

/** The sign says the same as the colour, for who cannot tell one colour from another. */
const signs: Record<Tone, string> = { good: '✓', wanting: '○', bad: '!' };

/** A standing in a few words, to be found at a glance. */
export function standing(tone: Tone, words: string): Markup {
  return html`<span class="standing ${tone}"><span aria-hidden="true">${signs[tone]}</span> ${words}</span>`;
}
