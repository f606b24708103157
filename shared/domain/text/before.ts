/** What stands just before a place: as much as a word or two need. */
export function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 24), at);
}
