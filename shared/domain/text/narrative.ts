import { foreignIn, named } from './charset.ts';
import { withPlainHyphens } from './hyphen.ts';
import { legacyLines } from './legacy-encoding.ts';
import { withLineEnds } from './line-ends.ts';
import { withPlainMark } from './list-mark.ts';
import { shortened } from './shortened.ts';

/**
 * Seen by nobody and without meaning in Vietnamese: soft hyphens, characters of no width, the mark of left-to-right writing, variation
 * selectors. What turns the direction of writing is not among them: it changes what was seen, and is refused.
 */
const meaningless = /[\u00ad\u180e\u200b-\u200e\u2060-\u2064\ufeff]|\u034f|\p{Variation_Selector}/gu;

/** A text without what nobody sees and means nothing. */
export function withoutMeaningless(text: string): string {
  return text.replace(meaningless, '');
}

/** Blanks of every width. */
const blank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

/**
 * Text as it is kept: NFC (TCVN 6909:2001 asks for it), every break of a line as "\n", every blank as a blank, hyphens plain,
 * what nobody sees left out, the marks of lists plain, no blank at the ends of lines or of the whole. What has one clear meaning
 * is taken; what the letter cannot carry is refused at hand-in by `narrativeFrom`, never dropped here.
 */
export function tidy(typed: string): string {
  return withoutMeaningless(withPlainHyphens(withLineEnds(typed)).normalize('NFC'))
    .replace(blank, ' ')
    .split('\n')
    .map(line => withoutTabs(withPlainMark(line)))
    .filter(line => !/^[-+]$/.test(line))
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** A Tab, with the blanks beside it, is a blank. */
function withoutTabs(line: string): string {
  const [first = '', ...rest] = line.split('\t');
  return [first.trimEnd(), ...rest.map(part => part.trim())]
    .filter((part, at) => at === 0 || part !== '')
    .join(' ')
    .trimEnd();
}

/** A picture that was not pasted with its text, and a letter that was lost on the way: fonts have them, readers do not. */
const lost = /[\ufffc\ufffd]/u;

const longestWord = 100;
const overlong = new RegExp(`[^ \\n]{${longestWord + 1}}`, 'u');
const mostLines = 200;
const mostTold = 10;

/** Takes down a text a unit typed, tidied; reports what the letter cannot carry, and beside which words it stands. */
export function narrativeFrom(typed: string | undefined, report: (message: string) => void): string {
  const text = tidy(typed ?? '');
  const foreign = [...foreignIn(text.replaceAll('\n', ' ')), ...(text.match(lost) ?? [])];
  if (foreign.length > 0) {
    const told = foreign.slice(0, mostTold).map(character => `${named(character)} ${besideIn(text, character)}`);
    report(`Văn bản không in được các ký tự sau, hãy thay hoặc bỏ: ${told.join('; ')}`);
  }
  for (const { line, encoding } of legacyLines(text).slice(0, 1))
    report(
      `Dòng "${shortened(line, 61)}" có vẻ gõ bằng bảng mã cũ ${encoding}, in ra sẽ sai chữ. Hãy chuyển mã sang Unicode (UniKey: Ctrl+Shift+F6) rồi dán lại.`,
    );
  if (text.split('\n').length > mostLines) report(`Quá ${mostLines} dòng; hãy rút gọn.`);
  if (overlong.test(text)) report(`Có một từ dài quá ${longestWord} ký tự; hãy thêm dấu cách.`);
  return text;
}

/** Where a character stands, for who cannot see it: after which words of its line, or before which. */
function besideIn(text: string, character: string): string {
  const line = text.split('\n').find(each => each.includes(character)) ?? '';
  const [before = '', after = ''] = line.split(character);
  const words = (part: string) => part.trim().split(' ').filter(Boolean);
  const last = words(before).slice(-3).join(' ');
  return last ? `(sau "${last}")` : `(trước "${words(after).slice(0, 3).join(' ')}")`;
}
