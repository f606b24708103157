import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as it lies on the page: millimetres from the left and top of the sheet to its baseline, size in points. */
export type PdfText = { text: string; x: number; y: number; width: number; size: number; face: string };
export type PdfPage = { width: number; height: number; texts: PdfText[]; rules: number[] };
export type Pdf = {
  pages: PdfPage[];
  title: string;
  language: string;
  tagged: boolean;
  metadata: string;
  attached: Map<string, string>;
};

const millimetres = (points: number) => (points / 72) * 25.4;

/** Reads a PDF: texts with their places and faces, and the lengths of its rules, with another program's eyes. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true });
  const document = await loading.promise;
  const { info, hasStructTree } = (await document.getMetadata()) as unknown as {
    info: Record<string, string>;
    hasStructTree: boolean;
  };
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push(await readPage(await document.getPage(number)));
  const attached = new Map<string, string>();
  for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
    const content = (await document.getAttachmentContent(id)) as unknown as Uint8Array;
    attached.set(filename, Buffer.from(content).toString('utf8'));
  }
  await loading.destroy();
  return {
    ...{ pages, attached },
    title: info.Title ?? '',
    language: info.Language ?? '',
    tagged: hasStructTree,
    metadata: Buffer.from(bytes).toString('latin1'),
  };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: Page): Promise<PdfPage> {
  const [, , right = 0, top = 0] = page.view;
  const operators = await page.getOperatorList();
  const { items } = await page.getTextContent({ disableNormalization: true });
  const texts = items.flatMap(item => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [size = 0, , , , x = 0, y = 0] = item.transform as number[];
    const { name } = page.commonObjs.get(item.fontName) as { name: string };
    return [
      { text: item.str, x: millimetres(x), y: millimetres(top - y), width: millimetres(item.width), size, face: name },
    ];
  });
  const rules = operators.fnArray.flatMap((operator, at) => {
    if (operator !== OPS.constructPath) return [];
    const [left = 0, , end = 0] = Object.values(operators.argsArray[at]?.[2] ?? {}) as number[];
    return end - left > 0 ? [millimetres(end - left)] : [];
  });
  return { width: millimetres(right), height: millimetres(top), texts, rules };
}

/** The text of a page that begins a line with some words. @throws when none does */
export function textWith({ texts }: PdfPage, words: string): PdfText {
  const found = texts.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`no text with "${words}" on the page`);
  return found;
}

/** All words of a PDF in reading order, page numbers left out, every blank one space. */
export function wordsOf({ pages }: Pdf): string {
  const body = pages.flatMap(({ texts }) => texts.filter(({ text, y }) => y > 20 || !/^\d+$/.test(text)));
  return body
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1');
}
