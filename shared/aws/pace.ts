import { setTimeout } from 'node:timers/promises';

/** Within this many seconds all is begun that is begun, so that it is over before a function's time is up. */
const longest = 240;

/**
 * Does one thing after another, so many begun a second and no more, however long each takes. Each has its turn from the start
 * on, so that one that is late does not put off the rest; what a delay has held up is made up for by half a second's worth at a
 * time, since SES lets the rate be passed in short bursts only ("Service quotas"). When one says `stop`, or throws, no other is
 * begun; what was begun is waited for. How many were begun.
 * @throws what the first one threw
 */
export async function paced<Item>(
  items: Item[],
  perSecond: number,
  act: (item: Item) => Promise<'go on' | 'stop'>,
): Promise<number> {
  const over = new AbortController();
  const going = items.slice(0, perSecond * longest);
  const spacing = 1_000 / perSecond;
  const burst = Math.ceil(perSecond / 2);
  const turns = going.map((_, at) => turn((at + 1) * spacing, over.signal));
  const rests: Promise<void>[] = [];
  const running: Promise<'go on' | 'stop'>[] = [];
  for (const [at, item] of going.entries()) {
    await turns[at];
    await rests[at - burst];
    if (over.signal.aborted) break;
    rests[at] = turn(burst * spacing, over.signal);
    const acting = act(item);
    running.push(acting);
    acting.then(
      said => said === 'stop' && over.abort(),
      () => over.abort(),
    );
  }
  for (const ended of await Promise.allSettled(running)) if (ended.status === 'rejected') throw ended.reason;
  return running.length;
}

/** Comes after so many milliseconds, or at once when all is over. */
function turn(after: number, signal: AbortSignal): Promise<void> {
  return setTimeout(after, undefined, { signal }).catch(() => {});
}
