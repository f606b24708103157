import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import { type Mark, withAreas } from './areas.ts';
import { cleaned } from './clean.ts';
import { fontBlobs } from './fonts.ts';
import { annexName, fonts, layout, type Properties } from './layout.ts';
import { typesetting } from './typesetting.ts';

/** The letter as PDF. `standard` says which was met: PDF/A-2b, or plain 1.7 when a character is outside the font. */
export type LetterPdf = { bytes: Uint8Array; standard: 'a-2b' | '1.7'; pages: number };

/** Where the template is, for whoever bundles it. */
export const templatePath = join(import.meta.dirname, 'letter.typ');

let compiler: NodeCompiler | undefined;

/**
 * Sets a letter with Typst: PDF/A-2b, tagged, in Vietnamese, with its title. The same letter gives the same bytes. A
 * character outside the font never holds the letter up: it is set as PDF 1.7, and the caller is told. One that is `toBeSigned` has
 * empty fields for number, signature and seal, and room for them.
 */
export function letterPdf(letter: Letter, properties: Properties, { toBeSigned = false } = {}): LetterPdf {
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fontBlobs() }] });
  const compiled = compiler.compile({
    mainFileContent: template(),
    inputs: {
      letter: JSON.stringify(typesetting(cleaned(letter))),
      annexes: JSON.stringify(letter.phuLuc.map((_, at) => annexName(letter, at))),
      layout: JSON.stringify({ ...layout, areas: toBeSigned ? layout.areas : undefined, font: fonts.embedded }),
      properties: JSON.stringify(properties),
    },
  });
  const document = compiled.result;
  if (!document)
    throw new Error(`the letter could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  const creationTimestamp = Math.floor(Date.parse(properties.date) / 1_000);
  const { bytes, standard } = exported(compiler, document, creationTimestamp);
  const marks: Mark[] = toBeSigned ? compiler.query(document, { selector: '<area>', field: 'value' }) : [];
  return { bytes: toBeSigned ? withAreas(bytes, marks) : bytes, standard, pages: document.numOfPages };
}

/** Typst refuses PDF/A for a text without its glyphs, and for nothing else that a letter may hold. */
function exported(
  typesetter: NodeCompiler,
  document: NodeTypstDocument,
  creationTimestamp: number,
): Pick<LetterPdf, 'bytes' | 'standard'> {
  try {
    return { bytes: typesetter.pdf(document, { pdfStandard: 'a-2b', creationTimestamp }), standard: 'a-2b' };
  } catch {
    return { bytes: typesetter.pdf(document, { pdfStandard: '1.7', creationTimestamp }), standard: '1.7' };
  }
}

let read: string | undefined;

/** letter.typ; bundled, it lies beside the code. */
function template(): string {
  read ??= readFileSync(templatePath, 'utf8');
  return read;
}
