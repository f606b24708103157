import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderFault } from './fault.ts';

/** A file of a folder: `file` is its path within the folder, as people are told it; `atMost` bytes. */
export type Source = { directory: string; file: string; atMost?: number };

/** A file of an office is a page or two; more is a slip, or mischief. Bytes. */
const largestFile = 1_000_000;

/**
 * Reads text in NFC, with "\n" for line ends and no byte order mark, whatever editor saved it. Its faults are pushed to
 * `faults`, and then there is no text.
 */
export function readText({ directory, file, atMost = largestFile }: Source, faults: FolderFault[]): string | undefined {
  const fault = (message: string, hint: string) => {
    faults.push({ file, line: 1, message, hint });
    return undefined;
  };
  const path = join(directory, file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return fault('không có tệp này', `tạo tệp ${file} theo mẫu trong templates/departments`);
  if (found.size > atMost) {
    return fault(`tệp dài quá ${atMost / 1_000} KB`, 'kiểm tra lại tệp; một tệp thường chỉ vài trang');
  }
  const text = decoded(readFileSync(path));
  if (text === undefined) {
    return fault('tệp không lưu bằng mã UTF-8 nên chữ Việt không đọc được', 'lưu lại tệp, chọn mã (Encoding) UTF-8');
  }
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

/** Undefined when the bytes are no UTF-8: UTF-16 and Windows-1258 read as UTF-8 would be gibberish in the letter. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
