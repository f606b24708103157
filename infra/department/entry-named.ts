import type { FolderFault } from './fault.ts';
import type { YamlFile } from './yaml-file.ts';

/** What an entry of a list is called. */
const called: Record<string, string> = {
  ...{ indicators: 'chỉ tiêu', tasks: 'nhiệm vụ', lists: 'bảng kê', tables: 'bảng', units: 'đơn vị', staff: 'cán bộ' },
};

/** Where a part of a file begins; of an entry of a list, its list and its mark. */
type Entry = { line: number; list?: string; mark?: string | undefined };

/** Faults of a file, each with the entry it is in by name, "chỉ tiêu "ban-le": …": nobody counts down a list to its fortieth. */
export function withEntriesNamed(faults: FolderFault[], yaml: YamlFile): FolderFault[] {
  const entries = entriesOf(yaml);
  return faults.map(fault => {
    if (fault.file !== yaml.file) return fault;
    const { list = '', mark } = entries.findLast(({ line }) => line <= fault.line) ?? {};
    if (!mark || fault.message.includes(`"${mark}"`) || fault.message.includes(`.${mark}`)) return fault;
    return { ...fault, message: `${called[list]} "${mark}": ${fault.message}` };
  });
}

/** The parts of a file; an entry of a list is marked where it stands alone on its line. */
function entriesOf({ content, lineOf }: YamlFile): Entry[] {
  if (typeof content !== 'object' || content === null) return [];
  const starts = Object.entries(content).flatMap(([list, value]): Entry[] => {
    const within = Object.hasOwn(called, list) && Array.isArray(value) ? value : [];
    return [
      { line: lineOf([list]) },
      ...within.map((entry, at) => ({ line: lineOf([list, at]), list, mark: markOf(entry) })),
    ];
  });
  const sorted = starts.sort((one, other) => one.line - other.line);
  return sorted.map((entry, at) => (sorted[at + 1]?.line === entry.line ? { line: entry.line } : entry));
}

/** What an entry of a list is told apart by, its code or its id. */
export function markOf(entry: unknown): string | undefined {
  const { code, id } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const mark = code ?? id;
  return typeof mark === 'string' && mark !== '' ? mark : undefined;
}
