/** A name as names are told apart: capitals, accents written either way and blanks make none. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
