import type { Paragraph } from './letter.ts';

/**
 * Reads the text a unit wrote, line by line: "- " and "+ " (in texts of earlier, "– " and "• " too) open an item, any other line is a
 * paragraph; blank lines part nothing. There is no other syntax, so whatever a unit writes stands in the letter as it is.
 */
export function paragraphsOf(text: string): Paragraph[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(paragraphOf);
}

function paragraphOf(line: string): Paragraph {
  if (/^[-–•] /.test(line)) return { kind: 'dash', runs: [{ text: line.slice(2).trimStart() }] };
  if (line.startsWith('+ ')) return { kind: 'plus', runs: [{ text: line.slice(2).trimStart() }] };
  return { kind: 'paragraph', runs: [{ text: line }] };
}
