import { createHash } from 'node:crypto';

/** The longest that an office may name things, and no two alike, so that nothing packs well. */

export function longestId(at: number): string {
  return noise(at).slice(0, 40);
}

/** 500 letters of three bytes each. */
export function longestLine(at: number): string {
  const points = Array.from(noise(at), letter => 0x1ea0 + Number.parseInt(letter, 16));
  return String.fromCodePoint(...points)
    .repeat(8)
    .slice(0, 500);
}

/** 254 letters. */
export function longestAddress(at: number): string {
  const label = noise(at).slice(0, 60);
  return `${label}@${`${label}.`.repeat(3)}`.slice(0, 249).replace(/\.?$/, '.').concat('vn').padEnd(254, 'v');
}

function noise(at: number): string {
  return createHash('sha256').update(String(at)).digest('hex');
}
