import { tidy } from './narrative.ts';

/**
 * How long a text is, in characters, as every limit counts it: code points of what is kept of it. So it is the same whether an
 * accent was typed as a mark of its own (NFD, as macOS pastes), a line ends in one character or two, or a letter lies
 * beyond the first plane; and it is the `maxLength` of JSON Schema.
 */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of tidy(text)) length += 1;
  return length;
}
