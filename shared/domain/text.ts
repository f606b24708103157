/**
 * Text as it is kept: NFC (TCVN 6909:2001 asks for it), line ends as "\n", no blank at the ends of lines or of the whole.
 * What the letter cannot carry is refused at hand-in by `unreachable`, never dropped here.
 */
export function tidy(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
