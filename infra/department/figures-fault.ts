import type { Explained } from './fault.ts';
import type { FiguresRow } from './figures-file.ts';
import { decimalToWrite } from './typed-decimal.ts';

/** What of a row of figures cannot be read, told of the first of its columns that is wrong; `example` is a row that is right. */
export function explainedRow({ cells, written }: FiguresRow, columns: string[], example: string): Explained {
  const column = columns[0] ?? '';
  const typed = cells[column];
  if (Object.keys(cells).length === 0) {
    const hint = `mỗi dòng như ${example}; dấu phẩy chỉ để ngăn cột, số thập phân viết dấu chấm`;
    return { message: `"${written}" không đọc được: thừa dấu phẩy hoặc thiếu dấu ngoặc kép đóng`, hint };
  }
  if (typed === undefined)
    return { message: `"${written}" không đọc được: thiếu ${column}`, hint: `viết như ${example}` };
  const message = `"${written}" không đọc được: cột ${column} là "${typed}"`;
  return { message, hint: column === 'value' ? decimalToWrite(typed) : (hints[column] ?? `viết như ${example}`) };
}

const id = 'mã chỉ gồm chữ thường không dấu, chữ số và dấu "-"';

const hints: Record<string, string> = {
  period:
    'viết kỳ như 2025-10, quý 2025-Q3, 6 tháng 2025-S1, 9 tháng 2025-9M, năm 2025; cộng nhiều tháng: 2025-01..2025-09',
  year: 'viết năm như 2025',
  from: 'viết tháng kế hoạch điều chỉnh có hiệu lực như 2025-07',
  state: 'ghi estimated nếu là số ước, reported nếu là số chính thức, hoặc để trống',
  indicator: id,
  unit: id,
  source: id,
};
