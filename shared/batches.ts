/** As `inBatches`, also when it fails for some: what became of each, in the items' order. */
export async function settledInBatches<Item, Result>(
  items: Item[],
  at: number,
  work: (item: Item) => Promise<Result>,
): Promise<PromiseSettledResult<Result>[]> {
  const settled = await inBatches(items, at, item => Promise.allSettled([work(item)]));
  return settled.flat();
}

/** Does `work` for every item, `at` at a time, and returns the results in the items' order. */
export async function inBatches<Item, Result>(
  items: Item[],
  at: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let mine = next++; mine < items.length; mine = next++) results[mine] = await work(items[mine] as Item);
  };
  await Promise.all(Array.from({ length: Math.min(at, items.length) }, worker));
  return results;
}
