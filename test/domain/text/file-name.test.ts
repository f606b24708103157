import { describe, expect, it } from 'vitest';
import { inFileName } from '../../../shared/domain/text/file-name.ts';

describe('a text in the name of a file', () => {
  it('keeps what stands in a symbol of letters', () => {
    expect(inFileName('/SCT-KHTCTH')).toBe('-SCT-KHTCTH');
    expect(inFileName('BC-SCT.QLTM 2, Đ')).toBe('BC-SCT.QLTM 2, Đ');
  });

  it.each([
    ['every slash', 'SCT/KH/TCTH', 'SCT-KH-TCTH'],
    ['a way out of the folder', '../../a\\b', '..-..-a-b'],
    ['what Windows forbids', '<a>:"b"|?*', '-a---b----'],
    ['what ends a parameter of a header', `a;b="c'd(e)*%00`, 'a-b--c-d-e---00'],
    ['control characters and marks that turn the text', 'a\u0000\r\n\u202eb\u2066', 'a----b-'],
  ])('makes of %s one basename', (_, text, name) => {
    expect(inFileName(text)).toBe(name);
  });

  it('ends before the name is too long for a disk, and never within a character', () => {
    expect(Buffer.byteLength(inFileName('ệ'.repeat(500)))).toBeLessThanOrEqual(180);
    expect(inFileName(`${'a'.repeat(59)}𝐀`)).toBe('a'.repeat(59));
  });
});
