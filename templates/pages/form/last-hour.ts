import { html } from 'hono/html';
import { inWords, timeLeft } from '../../../shared/domain/calendar/day.ts';
import type { Markup } from '../frame.ts';
import { isLastHour } from './time-left.ts';

/** Beside the button that sends, in the last hour: how long there is left, and what counts. The script shows it when the hour begins. */
export function lastHour(deadline: number, now: number): Markup {
  return html`<p class="bad" data-last-hour${isLastHour(deadline, now) ? '' : html` hidden`}><strong data-time-left>${timeLeft(deadline, now)}</strong> đến hạn: chỉ bản được xác nhận trước ${inWords(deadline)} mới được nhận.</p>`;
}
