import { describe, expect, it } from 'vitest';
import { shortened } from '../../../shared/domain/text/shortened.ts';

describe('a text shortened', () => {
  it('stays as it is to its limit, and one letter more ends in "…"', () => {
    expect(shortened('đã gửi', 6)).toBe('đã gửi');
    expect(shortened('đã gửi.', 6)).toBe('đã gử…');
  });

  it('never ends in half a letter', () => {
    expect(shortened('ab😀cd', 4)).toBe('ab…');
  });
});
