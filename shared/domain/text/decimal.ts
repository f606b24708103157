import * as z from 'zod/mini';

/** A plain decimal as a file of the office's folder holds it: "1000", "-12.5". */
export const Decimal = z.string().check(z.regex(/^-?\d{1,15}(\.\d{1,9})?$/, 'phải là số, ví dụ 1000 hoặc -12.5'));
