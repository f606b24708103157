import { setInterval } from 'node:timers/promises';

/** Within this many seconds all is begun that is begun, so that it is over before a function's time is up. */
const longest = 240;

/**
 * Does one thing after another, so many begun a second and no more, however long each takes. When one says `stop`, or throws,
 * no other is begun; what was begun is waited for. How many were begun.
 * @throws what the first one threw
 */
export async function paced<Item>(
  items: Item[],
  perSecond: number,
  act: (item: Item) => Promise<'go on' | 'stop'>,
): Promise<number> {
  const running: Promise<'go on' | 'stop'>[] = [];
  let stopped = false;
  const turns = setInterval(Math.ceil(1_000 / perSecond));
  for (const item of items.slice(0, perSecond * longest)) {
    await turns.next();
    if (stopped) break;
    const acting = act(item);
    running.push(acting);
    acting.then(
      said => {
        stopped ||= said !== 'go on';
      },
      () => {
        stopped = true;
      },
    );
  }
  await turns.return?.();
  for (const ended of await Promise.allSettled(running)) if (ended.status === 'rejected') throw ended.reason;
  return running.length;
}
