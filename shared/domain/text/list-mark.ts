/**
 * What opens an item of a list, as Word, PowerPoint, Outlook and web pages put it into a text: bullets, squares, arrows, ticks, dashes
 * of every length, those of symbol fonts (private use), and the "o" of Courier.
 */
const mark =
  /^[-\u2010-\u2015\u2022\u2023\u2043\u2212\u00b7\u2219\u25a0-\u25ab\u25b2\u25b6\u25ba\u25c6\u25c7\u25cb\u25cf\u25d8\u25e6\u2611\u2713\u2714\u2756\u2794\u27a2\u27a4\uf000-\uf0ff*o]$/;

/** Letters that symbol fonts show as bullets (Wingdings): only a Tab tells them from a word. */
const symbolLetter = /^[§ØüvqàF]$/;

/** A line as it is kept: an item's mark, which a blank follows, as "- ", or "+ " where "+" was written; any other line as it is. */
export function withPlainMark(line: string): string {
  const text = line.trimStart();
  const opening = text.slice(0, 1);
  const item = text.slice(1).trimStart();
  const blanks = text.slice(1, text.length - item.length);
  if (opening === '' || (blanks === '' && item !== '')) return line;
  if (opening === '+') return `+ ${item}`;
  return mark.test(opening) || (symbolLetter.test(opening) && blanks.includes('\t')) ? `- ${item}` : line;
}
