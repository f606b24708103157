/// <reference lib="dom" />
import { timeLeft } from '../../../shared/domain/calendar/day.ts';
import { isLastHour } from '../form/time-left.ts';

const step = 15_000;

/** Counts the time left down while somebody types, from what the server said; this machine's clock may be wrong. */
export function showTimeLeft({ deadline, now }: { deadline: number; now: number }): void {
  let told = now;
  setInterval(() => {
    told += step;
    for (const place of document.querySelectorAll('[data-time-left]')) place.textContent = timeLeft(deadline, told);
    for (const warning of document.querySelectorAll<HTMLElement>('[data-last-hour]'))
      warning.hidden = !isLastHour(deadline, told);
  }, step);
}
