/** A text no longer than so many characters as JavaScript counts them; what is cut off ends in "…", and no letter is cut in two. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
