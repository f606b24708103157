import type { Block, Paragraph } from '../../shared/domain/letter/letter.ts';
import { faceOf } from './fonts.ts';
import { layout, pointsOf, textArea } from './layout.ts';
import { mark } from './mark.ts';
import { widthOf } from './measure.ts';
import { sum } from './sum.ts';

/**
 * How many blocks at the end of a body keep the signature company, so that at least two lines of it stand on the page of the
 * signature: the last one, and the one before it where the last is a single line.
 */
export function keptWithSignature(body: Block[]): number {
  const last = body.at(-1);
  if (!last) return 0;
  return body.length > 1 && last.kind !== 'table' && isOneLine(last) ? 2 : 1;
}

function isOneLine({ kind, runs }: Paragraph): boolean {
  const { size, indent } = layout.body;
  const [bold, italic] = [kind === 'heading', kind === 'basis'];
  const words = [{ text: mark[kind] }, ...runs].map(run => widthOf(run.text, faceOf({ bold, italic, ...run }), size));
  return sum(words) <= pointsOf(textArea('portrait').width - indent);
}
