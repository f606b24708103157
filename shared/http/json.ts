import { problem } from '../domain/problem.ts';

/** Deeper than any of our shapes, shallower than what troubles whoever goes through them. */
const deepest = 16;

/**
 * Reads JSON of which there is only one reading: of a key given twice, parsers take the first or the last (RFC 8259, 4).
 * @throws Problem 400
 */
export function jsonFrom(text: string): unknown {
  const value = parsed(text);
  refuseDepthAndKeys(text);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problem.malformed('Nội dung không phải là JSON hợp lệ.');
  }
}

/** The schemas pass over this key in silence (zod), and whoever copies objects carelessly sets their prototype with it. */
const prototype = '__proto__';

/** After parsing, since only in valid JSON is a quote sure to have its other one: the pattern then never looks twice. */
function refuseDepthAndKeys(text: string): void {
  const within: Set<string>[] = [];
  for (const [token, string, key] of text.matchAll(/("(?:[^"\\]|\\.)*"?)(\s*:)?|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') within.push(new Set());
    else if (token === ']' || token === '}') within.pop();
    else if (string && key) refuseKey(JSON.parse(string), within.at(-1) as Set<string>);
    if (within.length > deepest) throw problem.malformed(`Nội dung JSON lồng quá ${deepest} tầng.`);
  }
}

function refuseKey(key: string, known: Set<string>): void {
  if (key === prototype) throw problem.malformed(`Không nhận khóa "${prototype}".`);
  if (known.has(key)) throw problem.malformed(`Khóa "${key.slice(0, 100)}" có hai lần trong cùng một đối tượng JSON.`);
  known.add(key);
}
