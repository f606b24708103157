/**
 * Declares a PDF/A-3a that Typst made to be PDF/UA-1 (ISO 14289-1) as well, which it is: Typst declares one standard alone. That is the
 * identification (5), the description of it that PDF/A asks for (ISO 19005-3, 6.6.2.3), and that the title is shown (7.1). Nothing else of the
 * file changes, but for where its objects stand. @throws when the file is not as Typst makes it
 */
export function declaredAccessible(pdf: Uint8Array): Uint8Array {
  // Letters of one byte each: every index is that of the byte.
  const text = Buffer.from(pdf).toString('latin1');
  const packet = /<<\s*\/Length (\d+)\s*\/Type \/Metadata/.exec(text);
  if (!packet) throw new Error('no metadata');
  const length = packet[1] ?? '';
  const edits = [
    { at: placeOf(text, '</rdf:Bag></pdfaExtension:schemas>', packet.index), removed: 0, put: description },
    { at: placeOf(text, '<xmpTPg:NPages>', packet.index), removed: 0, put: identification },
    {
      at: placeOf(text, preferences, text.lastIndexOf('/Type /Catalog')) + preferences.length,
      removed: 0,
      put: '\n    /DisplayDocTitle true',
    },
    {
      at: packet.index + packet[0].indexOf(length),
      removed: length.length,
      put: String(Number(length) + description.length + identification.length),
    },
  ].sort((one, other) => one.at - other.at);
  const body = text.slice(0, text.lastIndexOf('xref\n0 '));
  const moved = (offset: number) =>
    edits.reduce((sum, { at, removed, put }) => (at < offset ? sum + put.length - removed : sum), offset);
  const table = text
    .slice(body.length)
    .replace(/^(\d{10})(?= \d{5} n)/gm, offset => String(moved(Number(offset))).padStart(10, '0'))
    .replace(/startxref\n(\d+)/, (_, offset: string) => `startxref\n${moved(Number(offset))}`);
  return Buffer.from(edited(body, edits) + table, 'latin1');
}

type Edit = { at: number; removed: number; put: string };

/** Where a mark stands after some place. */
function placeOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (from < 0 || found < 0) throw new Error(`not as Typst writes it: no ${mark}`);
  return found;
}

const preferences = '/ViewerPreferences <<';

function edited(text: string, edits: Edit[]): string {
  const pieces = edits.map(({ at, put }, nth) => {
    const last = edits[nth - 1];
    return text.slice(last ? last.at + last.removed : 0, at) + put;
  });
  const end = edits.at(-1);
  return pieces.join('') + text.slice(end ? end.at + end.removed : 0);
}

const namespace = 'http://www.aiim.org/pdfua/ns/id/';

const identification = `<pdfuaid:part xmlns:pdfuaid="${namespace}">1</pdfuaid:part>`;

const description = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;
