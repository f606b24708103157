import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import { declaredAccessible } from './accessible.ts';
import { type Mark, withAreas } from './areas.ts';
import type { Attached } from './attached.ts';
import { cleaned } from './clean.ts';
import { fontBlobs } from './fonts.ts';
import { annexName, fonts, layout, type Properties } from './layout.ts';
import { typesetting } from './typesetting.ts';

/**
 * The letter as PDF. `standard` says what was met: PDF/A-3a, and with it PDF/UA-1; or plain 1.7 when a character is outside the font.
 */
export type LetterPdf = { bytes: Uint8Array; standard: 'a-3a' | '1.7'; pages: number };

/** Where the template is, for whoever bundles it. */
export const templatePath = join(import.meta.dirname, 'letter.typ');

let compiler: NodeCompiler | undefined;

/**
 * Sets a letter with Typst: PDF/A-3a and PDF/UA-1, tagged, in Vietnamese, with its title, and with the files `attached` inside it. The
 * same letter gives the same bytes. A character outside the font never holds the letter up: it is set as PDF 1.7, and the caller
 * is told. One that is `toBeSigned` has empty fields for number, signature and seal, and room for them; these are in no tag, and so it is
 * not said to be PDF/UA.
 */
export function letterPdf(
  letter: Letter,
  properties: Properties,
  { toBeSigned = false, attached = [] }: { toBeSigned?: boolean; attached?: Attached[] } = {},
): LetterPdf {
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fontBlobs() }] });
  const compiled = compiler.compile({
    mainFileContent: template(),
    inputs: {
      letter: JSON.stringify(typesetting(cleaned(letter))),
      annexes: JSON.stringify(letter.phuLuc.map((_, at) => annexName(letter, at))),
      layout: JSON.stringify({ ...layout, areas: toBeSigned ? layout.areas : undefined, font: fonts.embedded }),
      properties: JSON.stringify(properties),
      attached: JSON.stringify(attached),
    },
  });
  const document = compiled.result;
  if (!document)
    throw new Error(`the letter could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  const creationTimestamp = Math.floor(Date.parse(properties.date) / 1_000);
  const { bytes, standard } = exported(compiler, document, { creationTimestamp, accessible: !toBeSigned });
  const marks: Mark[] = toBeSigned ? compiler.query(document, { selector: '<area>', field: 'value' }) : [];
  return { bytes: toBeSigned ? withAreas(bytes, marks) : bytes, standard, pages: document.numOfPages };
}

/** Typst refuses PDF/A for a text without its glyphs, and for nothing else that a letter may hold. */
function exported(
  typesetter: NodeCompiler,
  document: NodeTypstDocument,
  { creationTimestamp, accessible }: { creationTimestamp: number; accessible: boolean },
): Pick<LetterPdf, 'bytes' | 'standard'> {
  try {
    const bytes = typesetter.pdf(document, { pdfStandard: 'a-3a', creationTimestamp });
    return { bytes: accessible ? declaredAccessible(bytes) : bytes, standard: 'a-3a' };
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
