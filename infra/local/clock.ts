import { instantAt } from '../../shared/domain/calendar/day.ts';

/** The host's clock, milliseconds since 1970: real time, or a virtual one that stands still until it is moved. */
export type Clock = { now: () => number; moveTo: (instant: number) => void };

const [first, last] = [instantAt('2000-01-01', '00:00'), instantAt('2100-01-01', '00:00') - 1];

/** True for an instant between the years 2000 and 2099. Much farther away a date is written otherwise, or not at all. */
export function isOnTheClock(instant: number): boolean {
  return Number.isInteger(instant) && first <= instant && instant <= last;
}

/** A clock that stands at an instant. */
export function standingClock(instant: number): Clock {
  let now = instant;
  return {
    now: () => now,
    moveTo: moved => {
      now = onTheClock(moved);
    },
  };
}

/** A clock that runs on from an instant, as fast as the machine's own. */
export function runningClock(instant = Date.now()): Clock {
  let ahead = instant - Date.now();
  return {
    now: () => Date.now() + ahead,
    moveTo: moved => {
      ahead = onTheClock(moved) - Date.now();
    },
  };
}

function onTheClock(instant: number): number {
  if (!isOnTheClock(instant)) throw new RangeError(`no clock of ours shows ${instant}`);
  return instant;
}
