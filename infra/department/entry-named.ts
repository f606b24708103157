import type { FolderFault } from './fault.ts';
import type { YamlFile } from './yaml-file.ts';

/** What an entry of a list is called. */
const called: Record<string, string> = {
  ...{ indicators: 'chỉ tiêu', tasks: 'nhiệm vụ', lists: 'bảng kê', tables: 'bảng', units: 'đơn vị', staff: 'cán bộ' },
};

type Entry = { line: number; name: string | undefined };

/** Faults of a file, each with the entry it is in by name, "chỉ tiêu "ban-le": …": nobody counts down a list to its fortieth. */
export function withEntriesNamed(faults: FolderFault[], yaml: YamlFile): FolderFault[] {
  const entries = entriesOf(yaml);
  return faults.map(fault => {
    if (fault.file !== yaml.file) return fault;
    const name = entries.findLast(({ line }) => line <= fault.line)?.name;
    const id = name && /"([^"]+)"$/.exec(name)?.[1];
    if (!id || fault.message.includes(`"${id}"`) || fault.message.includes(`.${id}`)) return fault;
    return { ...fault, message: `${name}: ${fault.message}` };
  });
}

/** Where each part of a file begins, and the name of it where it is an entry of a list, alone on its line. */
function entriesOf({ content, lineOf }: YamlFile): Entry[] {
  if (typeof content !== 'object' || content === null) return [];
  const starts = Object.entries(content).flatMap(([key, value]): Entry[] => {
    const within = Object.hasOwn(called, key) && Array.isArray(value) ? value : [];
    const own = { line: lineOf([key]), name: undefined };
    return [own, ...within.map((entry, at) => ({ line: lineOf([key, at]), name: nameOf(key, entry) }))];
  });
  const sorted = starts.sort((one, other) => one.line - other.line);
  return sorted.map((entry, at) => (sorted[at + 1]?.line === entry.line ? { ...entry, name: undefined } : entry));
}

function nameOf(list: string, entry: unknown): string | undefined {
  const { code, id } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const mark = code ?? id;
  return typeof mark === 'string' && mark !== '' ? `${called[list]} "${mark}"` : undefined;
}
