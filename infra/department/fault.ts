/** What is wrong and what would be right, before it has its file and line; in Vietnamese, for whoever wrote it. */
export type Explained = { message: string; hint: string };

/** What is wrong in a file an office wrote, where, and what would be right. */
export type FolderFault = { file: string; line: number } & Explained;

/** One fault to a line: "report.yaml:12  … → …". */
export function faultLine({ file, line, message, hint }: FolderFault): string {
  return `${harmless(file)}:${line}  ${harmless(message)} → ${harmless(hint)}`;
}

/** Each fault once, file by file in the order the files were read, and down each file. */
export function inReadingOrder(faults: FolderFault[]): FolderFault[] {
  const files = [...new Set(faults.map(({ file }) => file))];
  const once = new Map(faults.map(fault => [faultLine(fault), fault]));
  return [...once.values()].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
}

const longestText = 400;

/** A fault quotes what stands in a file, and what stands there may steer a terminal or fill it. */
function harmless(text: string): string {
  const seen = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, control => {
    const point = control.codePointAt(0) ?? 0;
    return `\\u${point.toString(16).padStart(4, '0')}`;
  });
  return seen.length > longestText ? `${seen.slice(0, longestText)}…` : seen;
}
