import { describe, expect, it } from 'vitest';
import { newKey, newToken, sha256 } from '../shared/token.ts';

describe('a secret', () => {
  it('has 256 bits, and stands in an address and a cookie as it is', () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(newToken());
  });

  it('is kept as a digest that anyone can work out again (FIPS 180-4)', () => {
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect([sha256('abc'), sha256(new TextEncoder().encode('abc'))]).toEqual([digest, digest]);
  });
});

describe('the name of one act of handing in', () => {
  it('is a UUID, which the API asks of programs too', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
