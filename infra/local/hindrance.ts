import { capitalised } from '../../shared/domain/text/capitalised.ts';

/** What keeps a command from its folder, and is for whoever typed it to mend. */

const unwritable = ['EACCES', 'EPERM', 'EROFS'];
const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const inTheWay = ['EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY'];

/** Thrown where a folder was kept by a newer version of this program. */
export const newer = 'NEWER';

/** What is wrong with a folder and what to do, in a sentence; undefined for a fault of the program itself. */
export function hindranceIn(folder: string, error: unknown): string | undefined {
  const { code = '', path = folder, cause } = (error ?? {}) as NodeJS.ErrnoException & { cause?: { code?: string } };
  const deeper = cause?.code ?? code;
  if (deeper === 'LEVEL_LOCKED')
    return `thư mục "${folder}" đang có một lệnh khác dùng; dừng lệnh ấy bằng Ctrl+C rồi chạy lại, hoặc chỉ thư mục khác`;
  if (deeper === newer)
    return `thư mục "${folder}" do một bản phần mềm mới hơn ghi; chạy bằng bản ấy, hoặc chỉ thư mục khác`;
  if (deeper.startsWith('LEVEL_'))
    return `kho lưu trong thư mục "${folder}" bị hỏng, không mở được; lấy lại thư mục ấy từ bản sao, hoặc chỉ thư mục khác`;
  if (unwritable.includes(code))
    return `không ghi được vào "${path}"; cấp quyền ghi cho thư mục ấy, hoặc chỉ thư mục khác`;
  if (full.includes(code)) return `ổ đĩa chứa "${path}" đã đầy; dọn bớt rồi chạy lại lệnh này, hoặc chỉ thư mục khác`;
  if (inTheWay.includes(code)) return `"${path}" nằm chắn chỗ cần ghi; dời nó đi, hoặc chỉ thư mục khác`;
  return undefined;
}

/** Tells, on the console, of a fault in serving from a folder, which goes on. */
export function tellFault(folder: string, error: unknown): void {
  const stack = error instanceof Error ? error.stack : error;
  process.stderr.write(`${capitalised(hindranceIn(folder, error) ?? String(stack))}\n`);
}
