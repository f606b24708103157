import { describe, expect, it } from 'vitest';
import { unreachable } from '../../../shared/domain/text/charset.ts';
import { fontOf } from '../../../templates/letter/fonts.ts';

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;

/** The characters of a face, read from its cmap, format 4 (OpenType 1.9). */
function charactersOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  const cmap = font.readUInt32BE((tables.find(at => font.toString('latin1', at, at + 4) === 'cmap') ?? 0) + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8),
  );
  const four = subtables.find(at => font.readUInt16BE(at) === 4) ?? 0;
  const twice = font.readUInt16BE(four + 6);
  const points = new Set<number>();
  for (let at = 0; at < twice; at += 2) {
    const [end, start] = [font.readUInt16BE(four + 14 + at), font.readUInt16BE(four + 16 + twice + at)];
    for (let point = start; point <= end && point < 0xffff; point += 1) points.add(point);
  }
  return points;
}

describe('the reach of the font', () => {
  it('is what all four faces have, without what cannot be seen', () => {
    const sets = faces.map(face => charactersOf(fontOf(face)));
    const unseen = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
    const common = [...(sets[0] ?? [])].filter(
      point => sets.every(set => set.has(point)) && !unseen.test(String.fromCodePoint(point)),
    );
    const claimed = Array.from({ length: 0x10000 }, (_, point) => point).filter(
      point => unreachable(String.fromCodePoint(point)).length === 0,
    );
    expect(claimed).toEqual(common.sort((a, b) => a - b));
  });

  it('has every Vietnamese letter', () => {
    const bases = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y', 'đ'];
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = bases.flatMap(base => tones.map(tone => (base + tone).normalize('NFC')));
    expect(
      unreachable(
        [...letters, ...letters.map(letter => letter.toUpperCase())]
          .join('')
          .normalize('NFC')
          .replace(/[\u0300-\u036f]/g, ''),
      ),
    ).toEqual([]);
    expect(unreachable('“ngoặc” – gạch … 1.234,5% ² ° ≥ ≤ ×')).toEqual([]);
  });

  it('names each character it lacks once, so that a person can find it', () => {
    expect(unreachable('中 và 中\u0007')).toEqual(['中 (U+4E2D)', 'U+0007']);
  });
});
