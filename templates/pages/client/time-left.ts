/// <reference lib="dom" />
import { timeLeft } from '../../../shared/domain/calendar/day.ts';

const step = 15_000;

/** Counts the time left down while somebody types, from what the server said; this machine's clock may be wrong. */
export function showTimeLeft({ deadline, now }: { deadline: number; now: number }): void {
  const place = document.getElementById('time-left');
  let told = now;
  setInterval(() => {
    told += step;
    if (place) place.textContent = timeLeft(deadline, told);
  }, step);
}
