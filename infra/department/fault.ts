/** What is wrong in a file an office wrote, where, and what would be right; in Vietnamese, for whoever wrote it. */
export type FolderFault = { file: string; line: number; message: string; hint: string };

/** One fault to a line: "report.yaml:12  … → …". */
export function faultLine({ file, line, message, hint }: FolderFault): string {
  return `${file}:${line}  ${message} → ${hint}`;
}
