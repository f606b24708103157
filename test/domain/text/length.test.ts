import { describe, expect, it } from 'vitest';
import { keepable, unkeepable } from '../../../shared/domain/text/keepable.ts';
import { lengthOf } from '../../../shared/domain/text/length.ts';
import { Line } from '../../../shared/domain/text/line.ts';

describe('the length of a text', () => {
  it.each([
    ['composed', 'Tiếng Việt', 10],
    ['decomposed, as macOS pastes it', 'Tiếng Việt'.normalize('NFD'), 10],
    ['beyond the first plane', '😀𝒳𐐷', 3],
    ['of lines a form ends with two characters', 'một\r\nhai', 7],
    ['of lines a program ends with one', 'một\nhai', 7],
    ['with blanks at its ends, which are not kept', '\n một  \n\n', 4],
    ['with half a letter', 'a\ud800', 2],
    ['empty', '', 0],
  ])('is counted as it is kept: %s', (_, text, length) => {
    expect(lengthOf(text)).toBe(length);
  });

  it('bounds a line by the same count', () => {
    for (const letter of ['a', 'ệ', 'ệ'.normalize('NFD'), '😀']) {
      expect(Line.safeParse(letter.repeat(500)).success).toBe(true);
      expect(Line.safeParse(letter.repeat(501)).success).toBe(false);
    }
  });
});

describe('a character that no text is kept with', () => {
  const all = '\u0000\u0008\u000b\u001f\u007f\u0085\u009f\udfff\ud800\ufdd0\ufffe\uffff\u{1fffe}\u{10ffff}';

  it('is named once, and taken out where nobody can be asked', () => {
    expect(unkeepable(`a${all}b${all}`).slice(0, 3)).toEqual(['U+0000', 'U+0008', 'U+000B']);
    expect(unkeepable(`a${all}b${all}`)).toHaveLength([...all].length);
    expect(keepable(`a${all}b`)).toBe('ab');
  });

  it.each(['\t', '\n', '\r\n', 'ệ', '😀', '\u202e', '\u200d', '\ue000', '\ufffd'])('is not %j', text => {
    expect([unkeepable(text), keepable(text)]).toEqual([[], text]);
  });
});
