/** The point between two up to which something holds, found by halving until it is close enough, and rather past it. */
export function halved(from: number, to: number, holds: (at: number) => boolean, close = (to - from) / 1e5): number {
  let [low, high] = [from, to];
  while (high - low > close) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return high;
}
