/** The most that still goes in, found between what does and what does not. */
export async function mostThatFits(
  put: (length: number) => Promise<boolean>,
  [does, doesNot]: [does: number, doesNot: number],
): Promise<number> {
  let [fits, tooMuch] = [does, doesNot];
  while (tooMuch - fits > 1) {
    const length = Math.floor((fits + tooMuch) / 2);
    if (await put(length)) fits = length;
    else tooMuch = length;
  }
  return fits;
}
