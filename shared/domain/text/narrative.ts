import { unreachable } from './charset.ts';

/**
 * Text as it is kept: NFC (TCVN 6909:2001 asks for it), line ends as "\n", no blank at the ends of lines or of the whole.
 * What the letter cannot carry is refused at hand-in by `narrativeFrom`, never dropped here.
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

const longestWord = 100;
const overlong = new RegExp(`[^ \\n]{${longestWord + 1}}`, 'u');
const mostLines = 200;

/** Takes down a text a unit typed, tidied; reports what the letter cannot carry. */
export function narrativeFrom(typed: string | undefined, report: (message: string) => void): string {
  const text = tidy(typed ?? '');
  const foreign = unreachable(text.replaceAll('\n', ' '));
  if (foreign.length > 0) {
    report(`Văn bản không in được các ký tự sau, hãy thay hoặc bỏ: ${foreign.slice(0, 10).join(' ')}`);
  }
  if (text.split('\n').length > mostLines) report(`Quá ${mostLines} dòng; hãy rút gọn.`);
  if (overlong.test(text)) report(`Có một từ dài quá ${longestWord} ký tự; hãy thêm dấu cách.`);
  return text;
}
