import { unreachable } from '../../../shared/domain/text/charset.ts';
import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';

/** Texts of a YAML file with characters the letter cannot be set in. */
export function foreignCharacters(content: unknown, { file, lineOf }: YamlFile): FolderFault[] {
  return textsOf(content).flatMap(({ path, text }) => faultIn(text, file, lineOf(path)));
}

/** Lines of a letter.md with such characters. */
export function foreignCharactersOfWording(wording: string, file: string): FolderFault[] {
  return wording.split('\n').flatMap((text, at) => faultIn(text, file, at + 1));
}

const mostNamed = 10;

function faultIn(text: string, file: string, line: number): FolderFault[] {
  const foreign = unreachable(text);
  if (foreign.length === 0) return [];
  const message = `văn bản không in được: ${foreign.slice(0, mostNamed).join(' ')}`;
  return [{ file, line, message, hint: 'thay hoặc bỏ các ký tự này' }];
}

function textsOf(content: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; text: string }[] {
  if (typeof content === 'string') return [{ path, text: content }];
  if (Array.isArray(content)) return content.flatMap((inner, at) => textsOf(inner, [...path, at]));
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, inner]) => textsOf(inner, [...path, key]));
}
