/**
 * A text as part of a file's name: letters, digits, spaces and a few marks stay, anything else becomes "-". So it is one basename
 * on every system (no "/", "\", ":" …), and safe in a header. At most 60 UTF-16 units, since a whole name may have 255 bytes.
 */
export function inFileName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._,+-]/gu, '-')
    .slice(0, 60)
    .replace(/\p{Cs}$/u, '');
}
