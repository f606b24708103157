import * as z from 'zod/mini';

/** An identifier in addresses and keys: "quan-ly-thuong-mai". */
export const Id = z
  .string()
  .check(
    z.maxLength(40, 'mã dài quá 40 ký tự'),
    z.regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'mã chỉ gồm chữ thường không dấu, chữ số và dấu "-", ví dụ quan-ly-thuong-mai',
    ),
  );
