import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { type Archive, readFiled } from '../../shared/aws/archive.ts';
import type { EditionFile } from '../../shared/domain/compilation/edition.ts';
import { type LinesApart, linesApart } from '../../shared/domain/issuing/lines-apart.ts';

// What reads for it runs in this thread: there is no other file to start it from.
Object.assign(globalThis, { pdfjsWorker: worker });

/** More pages than any letter has. */
const mostPages = 200;

/**
 * Where the texts of two PDFs differ, line by line: of what was sent, and of what came back, however that was made. Undefined where
 * no text can be read in one of them, as in a picture of a page.
 */
export async function textsApart(
  archive: Archive,
  { sent, returned }: { sent: EditionFile; returned: EditionFile },
): Promise<LinesApart | undefined> {
  const [one, other] = await Promise.all(
    [sent, returned].map(async filed => linesIn(await readFiled(archive, filed)).catch(() => [])),
  );
  return one?.length && other?.length ? linesApart(one, other) : undefined;
}

async function linesIn(pdf: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, disableFontFace: true, useSystemFonts: false });
  try {
    const document = await loading.promise;
    const lines: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      lines.push(...linesOf(items));
    }
    return lines;
  } finally {
    await loading.destroy();
  }
}

type Items = Awaited<
  ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>['getTextContent']>
>['items'];

/** The texts of a page by its lines, from its top, each from left to right. */
function linesOf(items: Items): string[] {
  const rows = new Map<number, { x: number; text: string }[]>();
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [, , , , x = 0, y = 0] = item.transform as number[];
    // Marks of one line may lie a little higher or lower.
    const row = Math.round(y / 3);
    rows.set(row, [...(rows.get(row) ?? []), { x, text: item.str }]);
  }
  return [...rows]
    .sort(([one], [other]) => other - one)
    .map(([, texts]) => texts.sort((one, other) => one.x - other.x))
    .map(texts => texts.map(({ text }) => text.trim()).join(' '));
}
