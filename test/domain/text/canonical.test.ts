import { describe, expect, it } from 'vitest';
import { canonical } from '../../../shared/domain/text/canonical.ts';

describe('canonical text', () => {
  it('is the same of the same content, in whatever order its members were written', () => {
    expect(canonical({ b: [1, { d: 'đ', c: null }], a: undefined })).toBe('{"b":[1,{"c":null,"d":"đ"}]}');
    expect(canonical({ a: 1, b: { c: 2, d: 3 } })).toBe(canonical({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it('keeps the order of a list, and tells text from number', () => {
    expect(canonical([2, 1])).toBe('[2,1]');
    expect(canonical(['1'])).not.toBe(canonical([1]));
    expect(canonical(undefined)).toBe('null');
  });
});
