import type { FolderFault } from '../fault.ts';
import { unquoted } from './wording-kinds.ts';
import { tagsIn } from './wording-tags.ts';

/** Signs that an editor puts in of itself, or that other languages have, and what is to be typed within {{ }} and {% %}. */
const signs: [RegExp, (found: string) => string][] = [
  [/[“”„«»″＂]/, () => 'gõ ngoặc kép thẳng "'],
  [/[‘’‚′＇]/, () => "gõ dấu nháy thẳng '"],
  [/[–—−‑]/, () => 'gõ dấu gạch nối -'],
  [/≥|=>/, () => 'gõ >='],
  [/≤|=</, () => 'gõ <='],
  [/≠|<>/, () => 'gõ !='],
  [/===/, () => 'gõ =='],
  [/&&/, () => 'gõ and'],
  [/\|\|/, () => 'gõ or; một dấu | thì đứng trước tên phép'],
  [/[！-～]/, found => `gõ ${found.normalize('NFKC')}`],
];

const words: Record<string, string> = {
  và: 'and',
  hoặc: 'or',
  không: '!= hoặc unless',
  bằng: '==',
  khác: '!=',
  trong: 'in',
};

/** But in what names a value, "assign x = …". */
const oneEqual: (typeof signs)[number] = [/(?<![=!<>])=(?![=<>])/, () => 'so sánh thì gõ hai dấu bằng =='];

/** What stands within a command of letter.md and is no sign of it, with what to type in its place. */
export function signFaults(wording: string, file: string): FolderFault[] {
  const braces = wording.split('\n').flatMap((text, at) => {
    const found = /[｛｝]+|\{\s+[{%]|[%}]\s+\}/.exec(text)?.[0];
    if (found === undefined) return [];
    const hint = 'gõ hai dấu ngoặc nhọn liền nhau {{ … }}, hoặc {% … %}';
    return [{ file, line: at + 1, message: `"${found}" không mở hay đóng được một lệnh`, hint }];
  });
  const within = tagsIn(wording).flatMap(({ name, rest, line }) => {
    const bare = unquoted(rest);
    const sign = [...signs, ...(name === 'assign' ? [] : [oneEqual])].find(([each]) => each.test(bare));
    const found = sign?.[0].exec(bare)?.[0];
    const word = bare.split(/\s+/).find(each => Object.hasOwn(words, each.toLowerCase()));
    if (sign && found !== undefined) {
      return [{ file, line, message: `trong lệnh có dấu "${found}"`, hint: sign[1](found) }];
    }
    if (word === undefined) return [];
    return [{ file, line, message: `trong lệnh có chữ "${word}"`, hint: `gõ ${words[word.toLowerCase()]}` }];
  });
  return [...braces, ...within];
}
