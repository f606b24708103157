import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { FolderFault } from './fault.ts';
import { readText, type Source } from './text-file.ts';
import { explainedYaml } from './yaml-fault.ts';

/**
 * A YAML file an office wrote. Every scalar is text: "1.0", "no" and "08:00" mean what they say, and the schema decides.
 * `lineOf` finds the line of a value by its path: of its key, where it has one.
 */
export type YamlFile = { file: string; content: unknown; lineOf: (path: PropertyKey[]) => number };

/** Expanding anchors may not make a file more than this many times longer. */
const mostAliases = 50;

/** Reads a YAML file; its faults are pushed to `faults`, and then there is no content. */
export function readYaml(source: Source, faults: FolderFault[]): YamlFile | undefined {
  const { file } = source;
  const text = readText(source, faults);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: true,
    // Its own warnings would go to the terminal; they are told as faults.
    logLevel: 'error',
  });
  const wrong = [...document.errors, ...document.warnings];
  if (wrong.length > 0) {
    faults.push(...explainedYaml(wrong, file));
    return undefined;
  }
  const content = contentOf(document, file, faults);
  return content && { file, content: content.value, lineOf: path => lineIn(document, lines, path) };
}

function lineIn(document: Document, lines: LineCounter, path: PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(part));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && node.items[Number(part)] !== undefined) {
      node = node.items[Number(part)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function contentOf(document: Document, file: string, faults: FolderFault[]): { value: unknown } | undefined {
  try {
    return { value: inNfc(document.toJS({ maxAliasCount: mostAliases })) };
  } catch {
    faults.push({
      file,
      line: 1,
      message: 'dùng quá nhiều neo (&, *), hoặc các mục lồng nhau quá sâu',
      hint: 'viết thẳng giá trị, không dùng neo',
    });
    return undefined;
  }
}

/** The text of the file is in NFC already, but an escape such as "e\u0302" makes letters of its own. */
function inNfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(inNfc);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inNfc(inner)]));
}
