import { type Face, fontOf } from './fonts.ts';

/** The advance of each character of a face, in parts of the size of type. */
type Advances = (character: string) => number;

const known = new Map<Face, Advances>();

/** The width of words set in one face, in points. Word and Typst set them as wide, since the faces are metric twins. */
export function widthOf(words: string, face: Face, size: number): number {
  const advance = known.get(face) ?? advancesOf(fontOf(face));
  known.set(face, advance);
  let width = 0;
  for (const character of words) width += advance(character);
  return width * size;
}

/** Reads the tables head, hhea, hmtx and cmap (format 4) of a TrueType font (OpenType 1.9). */
function advancesOf(font: Buffer): Advances {
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  const table = (name: string) => tables.get(name) ?? 0;
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  const glyphOf = glyphsOf(font, table('cmap'));
  const seen = new Map<string, number>();
  return character => {
    const before = seen.get(character);
    if (before !== undefined) return before;
    const glyph = Math.min(glyphOf(character.codePointAt(0) ?? 0), metrics - 1);
    const advance = font.readUInt16BE(table('hmtx') + glyph * 4) / unitsPerEm;
    seen.set(character, advance);
    return advance;
  };
}

function glyphsOf(font: Buffer, cmap: number): (point: number) => number {
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8),
  );
  const format4 = subtables.find(at => font.readUInt16BE(at) === 4) ?? 0;
  const twice = font.readUInt16BE(format4 + 6);
  const ends = format4 + 14;
  return point => {
    for (let segment = 0; segment < twice; segment += 2) {
      if (font.readUInt16BE(ends + segment) < point) continue;
      const start = font.readUInt16BE(ends + twice + 2 + segment);
      if (start > point) return 0;
      const offsetAt = ends + 3 * twice + 2 + segment;
      const offset = font.readUInt16BE(offsetAt);
      const delta = font.readInt16BE(ends + 2 * twice + 2 + segment);
      if (offset === 0) return (point + delta) & 0xffff;
      const glyph = font.readUInt16BE(offsetAt + offset + (point - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
