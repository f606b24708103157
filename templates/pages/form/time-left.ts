/** Milliseconds before the deadline from which on a page says aloud that it is near. */
const near = 3_600_000;

export function isLastHour(deadline: number, now: number): boolean {
  return deadline - now <= near;
}
