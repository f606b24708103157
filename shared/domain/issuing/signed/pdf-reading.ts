import { isDict, type PdfDict, type PdfStream, type PdfValue } from './pdf-value.ts';

/** What has been read, and where the next thing begins. */
type Read<Value> = { value: Value; end: number };
export type ReadObject = Read<PdfValue> & { number: number; from: number };

/** Deeper than any signing software writes. */
const deepest = 60;

/**
 * Reads PDF as the standard has it (ISO 32000-1, 7.2 and 7.3) and nothing else: it mends nothing and searches for nothing, since
 * what one reader mends another shows otherwise. Generations are 0 and nothing is encrypted, as in what we make ourselves.
 * @throws at whatever it cannot read in one way only
 */
export function objectAt(bytes: Uint8Array, from: number): ReadObject {
  const number = wholeAt(bytes, from);
  const generation = wholeAt(bytes, blanksAfter(bytes, number.end));
  if (generation.value !== 0) throw unreadable(from);
  const opened = expect(bytes, blanksAfter(bytes, generation.end), 'obj');
  const value = valueAt(bytes, blanksAfter(bytes, opened), 0);
  const next = blanksAfter(bytes, value.end);
  if (!startsWith(bytes, next, 'stream')) {
    return { number: number.value, from, value: value.value, end: expect(bytes, next, 'endobj') };
  }
  const stream = streamAt(bytes, next, value.value);
  return {
    number: number.value,
    from,
    value: stream.value,
    end: expect(bytes, blanksAfter(bytes, stream.end), 'endobj'),
  };
}

export function valueAt(bytes: Uint8Array, at: number, depth: number): Read<PdfValue> {
  if (depth > deepest) throw unreadable(at);
  switch (String.fromCharCode(bytes[at] ?? 0)) {
    case '/':
      return nameAt(bytes, at);
    case '(':
      return literalAt(bytes, at);
    case '[':
      return arrayAt(bytes, at, depth);
    case '<':
      return bytes[at + 1] === 0x3c ? dictAt(bytes, at, depth) : hexAt(bytes, at);
    default:
      return wordAt(bytes, at);
  }
}

/** Past blanks and comments. */
export function blanksAfter(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    if (isBlank(bytes[at])) at++;
    else if (bytes[at] === 0x25) while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
    else break;
  }
  return at;
}

export function startsWith(bytes: Uint8Array, at: number, word: string): boolean {
  return [...word].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

/** Past a word that has to stand here. */
export function expect(bytes: Uint8Array, at: number, word: string): number {
  if (!startsWith(bytes, at, word)) throw unreadable(at);
  return at + word.length;
}

/** A whole number, of so few digits that it is exact. */
export function wholeAt(bytes: Uint8Array, from: number): Read<number> {
  let end = from;
  while (isDigit(bytes[end])) end++;
  if (end === from || end - from > 10) throw unreadable(from);
  return { value: Number(latin(bytes, from, end)), end };
}

export function unreadable(at: number): Error {
  return new Error(`no PDF that can be read in one way only, at byte ${at}`);
}

export function isBlank(byte: number | undefined): boolean {
  return byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32;
}

export function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

const delimiters = new Set([...'()<>[]{}/%'].map(each => each.charCodeAt(0)));

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && !isBlank(byte) && !delimiters.has(byte);
}

function wordEnd(bytes: Uint8Array, from: number): number {
  let end = from;
  while (isRegular(bytes[end])) end++;
  if (end - from > 200) throw unreadable(from);
  return end;
}

function nameAt(bytes: Uint8Array, at: number): Read<PdfValue> {
  const end = wordEnd(bytes, at + 1);
  const name = latin(bytes, at + 1, end).replace(/#([0-9a-f]{2})/gi, (_, hex) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return { value: { kind: 'name', name }, end };
}

function wordAt(bytes: Uint8Array, at: number): Read<PdfValue> {
  const end = wordEnd(bytes, at);
  const word = latin(bytes, at, end);
  if (word === 'null') return { value: null, end };
  if (word === 'true' || word === 'false') return { value: word === 'true', end };
  if (!/^[+-]?(\d{1,15}\.?\d{0,15}|\.\d{1,15})$/.test(word)) throw unreadable(at);
  return (/^\d+$/.test(word) && refAt(bytes, Number(word), end)) || { value: Number(word), end };
}

function refAt(bytes: Uint8Array, number: number, end: number): Read<PdfValue> | undefined {
  const zero = blanksAfter(bytes, end);
  if (zero === end || bytes[zero] !== 0x30) return undefined;
  const mark = blanksAfter(bytes, zero + 1);
  if (mark === zero + 1 || bytes[mark] !== 0x52 || isRegular(bytes[mark + 1])) return undefined;
  return { value: { kind: 'ref', number }, end: mark + 1 };
}

function arrayAt(bytes: Uint8Array, from: number, depth: number): Read<PdfValue[]> {
  const value: PdfValue[] = [];
  let at = blanksAfter(bytes, from + 1);
  while (bytes[at] !== 0x5d) {
    const read = valueAt(bytes, at, depth + 1);
    value.push(read.value);
    at = blanksAfter(bytes, read.end);
  }
  return { value, end: at + 1 };
}

/** A name that stands twice is read as its first by some and as its last by others. */
export function dictAt(bytes: Uint8Array, from: number, depth: number): Read<PdfDict> {
  const entries = new Map<string, PdfValue>();
  let at = blanksAfter(bytes, expect(bytes, from, '<<'));
  while (bytes[at] !== 0x3e) {
    const name = nameAt(bytes, expect(bytes, at, '/') - 1);
    const key = (name.value as { name: string }).name;
    if (entries.has(key)) throw unreadable(at);
    const read = valueAt(bytes, blanksAfter(bytes, name.end), depth + 1);
    entries.set(key, read.value);
    at = blanksAfter(bytes, read.end);
  }
  return { value: { kind: 'dict', entries }, end: expect(bytes, at, '>>') };
}

function hexAt(bytes: Uint8Array, from: number): Read<PdfValue> {
  const end = bytes.indexOf(0x3e, from);
  if (end < 0) throw unreadable(from);
  const digits: number[] = [];
  for (const byte of bytes.subarray(from + 1, end)) {
    if (isBlank(byte)) continue;
    const digit = parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) throw unreadable(from);
    digits.push(digit);
  }
  const read = Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, at) => {
    return (digits[2 * at] ?? 0) * 16 + (digits[2 * at + 1] ?? 0);
  });
  return { value: { kind: 'string', bytes: read, from, to: end + 1 }, end: end + 1 };
}

function literalAt(bytes: Uint8Array, from: number): Read<PdfValue> {
  let open = 0;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === 0x5c) at++;
    else if (bytes[at] === 0x28) open++;
    else if (bytes[at] === 0x29 && --open === 0) {
      const value = { kind: 'string', bytes: unescaped(bytes.subarray(from + 1, at)), from, to: at + 1 } as const;
      return { value, end: at + 1 };
    }
  }
  throw unreadable(from);
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** The same words, however a program writes them: "chu-ky" and "chu\055ky" are one. */
function unescaped(bytes: Uint8Array): Uint8Array {
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0x5c) {
      plain.push(byte);
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(latin(bytes, at + 1, at + 4))?.[0];
    if (octal) plain.push(parseInt(octal, 8) & 0xff);
    else if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) at++;
    else if (bytes[at + 1] !== 0x0a && bytes[at + 1] !== 0x0d) {
      const escaped = bytes[at + 1] ?? 0;
      plain.push(escapes[String.fromCharCode(escaped)] ?? escaped);
    }
    at += octal?.length ?? 1;
  }
  return Uint8Array.from(plain);
}

/** A stream whose length stands elsewhere ends at the next "endstream", which may not stand within it. */
function streamAt(bytes: Uint8Array, at: number, dict: PdfValue): Read<PdfStream> {
  if (!isDict(dict)) throw unreadable(at);
  const opened = expect(bytes, at, 'stream');
  const from = opened + (bytes[opened] === 0x0d ? 2 : 1);
  if (bytes[from - 1] !== 0x0a) throw unreadable(opened);
  const length = dict.entries.get('Length');
  const to = typeof length === 'number' ? from + length : endOfStream(bytes, from);
  if (!Number.isInteger(to) || to < from || to > bytes.length) throw unreadable(at);
  const closed = blanksAfter(bytes, to);
  if (closed - to > 2) throw unreadable(to);
  return { value: { kind: 'stream', dict, data: bytes.subarray(from, to) }, end: expect(bytes, closed, 'endstream') };
}

function endOfStream(bytes: Uint8Array, from: number): number {
  const word = [...'endstream'].map(each => each.charCodeAt(0));
  for (let at = bytes.indexOf(0x65, from); at >= 0; at = bytes.indexOf(0x65, at + 1)) {
    if (!word.every((byte, index) => bytes[at + index] === byte)) continue;
    if (bytes[at - 1] !== 0x0a) return at;
    return bytes[at - 2] === 0x0d ? at - 2 : at - 1;
  }
  throw unreadable(from);
}
