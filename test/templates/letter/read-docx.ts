import { unzipSync } from 'fflate';

/** What a DOCX says of itself, read from its XML and from nothing that made it. Sizes in points, lengths in millimetres. */
export type DocxRun = {
  text: string;
  size: number;
  bold: boolean;
  italic: boolean;
  color: string | undefined;
  font: string | undefined;
};
export type DocxParagraph = {
  text: string;
  align: string | undefined;
  firstLine: number;
  left: number;
  right: number;
  beforePoints: number;
  afterPoints: number;
  line: string;
  keepNext: boolean;
  ruled: boolean;
  runs: DocxRun[];
  xml: string;
};

export type Docx = {
  paragraphs: DocxParagraph[];
  document: string;
  part: (name: string) => string;
  /** The names of its parts, in the order they are packed in. */
  parts: string[];
};

export function readDocx(bytes: Uint8Array): Docx {
  const parts = unzipSync(bytes);
  const part = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  const document = part('word/document.xml');
  return { document, part, parts: Object.keys(parts), paragraphs: paragraphsIn(document) };
}

/** The paragraph that holds some words. @throws when none does */
export function paragraphWith(docx: Pick<Docx, 'paragraphs'>, words: string): DocxParagraph {
  const found = docx.paragraphs.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`no paragraph with "${words}"`);
  return found;
}

export function paragraphsIn(xml: string): DocxParagraph[] {
  return [...xml.matchAll(/<w:p(?: [^>]*)?>(.*?)<\/w:p>|<w:p\/>/gs)].map(([, inner = '']) => paragraphFrom(inner));
}

/** The value of an attribute of the first element of a name: attribute(xml, 'w:pgMar', 'w:top'). */
export function attribute(xml: string, element: string, name: string): string | undefined {
  const tag = new RegExp(`<${element}(?: [^>]*)?>`).exec(xml)?.[0] ?? '';
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
}

export function millimetres(twentieths: string | undefined): number {
  return (Number(twentieths ?? 0) / 20 / 72) * 25.4;
}

function paragraphFrom(xml: string): DocxParagraph {
  const runs = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run = '']) => runFrom(run));
  return {
    text: runs.map(({ text }) => text).join(''),
    align: attribute(xml, 'w:jc', 'w:val'),
    firstLine: millimetres(attribute(xml, 'w:ind', 'w:firstLine')),
    left: millimetres(attribute(xml, 'w:ind', 'w:left')),
    right: millimetres(attribute(xml, 'w:ind', 'w:right')),
    beforePoints: Number(attribute(xml, 'w:spacing', 'w:before') ?? 0) / 20,
    afterPoints: Number(attribute(xml, 'w:spacing', 'w:after') ?? 0) / 20,
    line: `${attribute(xml, 'w:spacing', 'w:lineRule')} ${attribute(xml, 'w:spacing', 'w:line')}`,
    keepNext: xml.includes('<w:keepNext/>'),
    ruled: /<w:top w:val="single"/.test(xml),
    runs,
    xml,
  };
}

function runFrom(xml: string): DocxRun {
  const pieces = [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:noBreakHyphen\/>/gs)];
  return {
    text: pieces.map(([, text = '\u2011']) => unescaped(text)).join(''),
    size: Number(attribute(xml, 'w:sz', 'w:val') ?? 0) / 2,
    bold: /<w:b\/>|<w:b w:val="true"\/>/.test(xml),
    italic: /<w:i\/>|<w:i w:val="true"\/>/.test(xml),
    color: attribute(xml, 'w:color', 'w:val'),
    font: attribute(xml, 'w:rFonts', 'w:ascii'),
  };
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
