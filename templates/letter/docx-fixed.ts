import { unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest time a zip can tell; a file's own date would make two equal letters differ. */
const epoch = new Date(1980, 0, 1);

/**
 * Makes a DOCX the same whenever it is written: the library stamps the hour into its properties and into the zip.
 * `date` is the ISO instant the document bears instead.
 */
export function fixed(docx: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(docx);
  const files: Zippable = {};
  for (const name of Object.keys(parts).sort(contentTypesFirst)) {
    const content = parts[name] ?? new Uint8Array();
    files[name] = [name === 'docProps/core.xml' ? dated(content, date) : content, { mtime: epoch }];
  }
  return zipSync(files, { level: 6 });
}

/** Readers of OPC packages look for it first, and some only there (ISO/IEC 29500-2). */
function contentTypesFirst(one: string, other: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : 1);
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}

function dated(core: Uint8Array, date: string): Uint8Array {
  const seconds = `${date.slice(0, 19)}Z`;
  const xml = new TextDecoder().decode(core).replace(/(<dcterms:(?:created|modified)[^<>]*>)[^<]*/g, `$1${seconds}`);
  return new TextEncoder().encode(xml);
}
