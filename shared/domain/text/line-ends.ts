/**
 * A text whose every break of a line or page is "\n": what a form sends (CR LF), what Word's Shift+Enter and page break leave (VT,
 * FF), and Unicode's own (NEL, LS, PS).
 */
export function withLineEnds(text: string): string {
  return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
}
