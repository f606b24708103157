/** In place of the pace of shared/aws/pace.ts: one thing after the other, at once, until one says `stop`. How many were begun. */
export async function oneByOne<Item>(
  items: Item[],
  _: number,
  act: (item: Item) => Promise<'go on' | 'stop'>,
): Promise<number> {
  let begun = 0;
  for (const item of items) {
    begun += 1;
    if ((await act(item)) === 'stop') break;
  }
  return begun;
}
