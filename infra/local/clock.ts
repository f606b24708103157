/** The host's clock, milliseconds since 1970: real time, or a virtual one that stands still until it is moved. */
export type Clock = { now: () => number; moveTo: (instant: number) => void };

/** A clock that stands at an instant. */
export function standingClock(instant: number): Clock {
  let now = instant;
  return {
    now: () => now,
    moveTo: moved => {
      now = moved;
    },
  };
}

/** A clock that runs on from an instant, as fast as the machine's own. */
export function runningClock(instant = Date.now()): Clock {
  let ahead = instant - Date.now();
  return {
    now: () => Date.now() + ahead,
    moveTo: moved => {
      ahead = moved - Date.now();
    },
  };
}
