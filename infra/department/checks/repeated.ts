import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';

/** Each entry of a list whose name another entry before it has. */
export function repeated<Entry>(
  entries: Entry[],
  named: { of: (entry: Entry) => string; list: string },
  { file, lineOf }: YamlFile,
): FolderFault[] {
  const names = entries.map(named.of);
  return names.flatMap((name, at) => {
    const before = names.indexOf(name);
    if (before === at) return [];
    const message = `mã "${name}" trùng với mục ở dòng ${lineOf([named.list, before])}`;
    return [{ file, line: lineOf([named.list, at]), message, hint: 'mỗi mục một mã riêng' }];
  });
}
