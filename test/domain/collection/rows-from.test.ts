import { describe, expect, it } from 'vitest';
import type { TypedRow } from '../../../shared/domain/collection/answers.ts';
import { rowsFrom } from '../../../shared/domain/collection/rows-from.ts';
import { rowsTyped } from '../../../shared/domain/collection/rows-typed.ts';
import { rowsTold } from '../../../shared/domain/letter/rows-told.ts';
import type { List } from '../../../shared/domain/office/list.ts';
import { projects } from '../a-list.ts';

const sound = { ten: 'Cầu số 1', 'ke-hoach-von': '1.200,5', 'da-giai-ngan': '600', 'khoi-cong': '1/2/2025' };
const taken = (...rows: TypedRow[]) => rowsFrom(rows, projects);
const faultsOf = (row: TypedRow) => taken(sound, row).faults;

describe('a row of a list', () => {
  it('is taken down by column: text in one line, numbers and dates plain, a choice as the office writes it', () => {
    const row = { ...sound, ten: ' Cầu\nsố 1 ', nguon: 'VỐN  tỉnh', 'giai-trinh': 'vì\nmưa' };
    expect(taken(row)).toEqual({
      rows: [
        {
          'da-giai-ngan': '600',
          'giai-trinh': 'vì mưa',
          'ke-hoach-von': '1200.5',
          'khoi-cong': '2025-02-01',
          nguon: 'Vốn tỉnh',
          ten: 'Cầu số 1',
        },
      ],
      faults: [],
    });
  });

  it('keeps its cells in the order of their columns’ codes, so that what is read back is the same text', () => {
    expect(Object.keys(taken(sound).rows[0] ?? {})).toEqual(['da-giai-ngan', 'ke-hoach-von', 'khoi-cong', 'ten']);
  });

  it('takes what every object inherits for no cell, whatever a column is called', () => {
    const shared = { code: 'constructor', name: 'Nhà thầu', required: false };
    for (const kind of ['text', 'number', 'date'] as const) {
      const list: List = { ...projects, columns: [...projects.columns, { ...shared, kind, limits: { least: '0' } }] };
      const { rows, faults } = rowsFrom([sound], list);
      expect([rows, faults]).toEqual([taken(sound).rows, []]);
      expect(rowsTyped(rows, list)).toEqual(rowsTyped(rows, projects));
      expect(rowsTold(list, rows).rows[0]?.at(-1)).toBe(kind === 'number' ? '-' : '');
    }
  });

  it('in which nothing stands is passed over, and those after it keep the number they have on the page', () => {
    const { rows, faults } = taken({}, { ten: ' ' }, sound, { ...sound, 'da-giai-ngan': 'chưa' });
    expect(rows).toHaveLength(2);
    expect(faults).toEqual([
      {
        field: 'lists.du-an.3.da-giai-ngan',
        message:
          'Các dự án, dòng 4, cột Đã giải ngân: "chưa" không phải là số. Hãy gõ như 3.781 hoặc 138,8, tối đa 15 chữ số.',
      },
    ]);
  });

  it.each([
    [{ ...sound, 'da-giai-ngan': '' }, 'da-giai-ngan', 'cột Đã giải ngân: chưa nhập; hãy nhập, hoặc bỏ cả dòng.'],
    [{ ...sound, 'da-giai-ngan': '138.8' }, 'da-giai-ngan', 'cột Đã giải ngân: "138.8" có thể hiểu nhiều cách.'],
    [{ ...sound, 'da-giai-ngan': '1,2345' }, 'da-giai-ngan', 'lấy tối đa 3 chữ số thập phân; đã nhập 4.'],
    [{ ...sound, 'khoi-cong': '31/2/2025' }, 'khoi-cong', '"31/2/2025" không phải là ngày.'],
    [{ ...sound, nguon: 'vốn vay' }, 'nguon', '"vốn vay" không có trong danh mục. Hãy chọn: Vốn tỉnh; Vốn trung ương.'],
    [{ ...sound, 'ty-le': '50' }, 'ty-le', 'cột Tỷ lệ (%): hệ thống tính cột này; hãy để trống.'],
    [{ ...sound, khac: '1' }, 'khac', 'bảng kê không có cột "khac"; hãy bỏ.'],
    [{ ...sound, ten: '👀' }, 'ten', 'cột Dự án: Văn bản không in được'],
    [{ ...sound, 'giai-trinh': '👀' }, 'giai-trinh', 'giải trình: Văn bản không in được'],
  ])('is refused with %o, by row and column', (row, column, words) => {
    expect(faultsOf(row)).toMatchObject([
      { field: `lists.du-an.1.${column}`, message: expect.stringMatching(/^Các dự án, dòng 2, /) },
    ]);
    expect(faultsOf(row)[0]?.message).toContain(words);
  });

  it('that breaks a rule is refused, or is to be explained in its own note, with both numbers', () => {
    const beyond = { ...sound, 'da-giai-ngan': '1.300' };
    expect(faultsOf(beyond)).toEqual([
      {
        field: 'lists.du-an.1.giai-trinh',
        message:
          'Các dự án, dòng 2: Đã giải ngân 1.300 lớn hơn Kế hoạch vốn 1.200,5. Hãy kiểm tra lại; nếu đúng, ghi giải trình ở đây rồi nộp.',
      },
    ]);
    expect(faultsOf({ ...beyond, 'giai-trinh': 'bổ sung vốn' })).toEqual([]);
    const strict = { ...projects, rules: [{ rule: 'da-giai-ngan <= ke-hoach-von', otherwise: 'refuse' as const }] };
    expect(rowsFrom([{ ...beyond, 'giai-trinh': 'x' }], strict).faults).toEqual([
      {
        field: 'lists.du-an.0.ke-hoach-von',
        message: 'Các dự án, dòng 1: Đã giải ngân 1.300 lớn hơn Kế hoạch vốn 1.200,5. Hãy sửa một trong các số này.',
      },
    ]);
  });

  it('beyond the limits of a column is taken with an explanation', () => {
    const odd = { ...sound, 'da-giai-ngan': '-5' };
    expect(faultsOf(odd)).toEqual([
      { field: 'lists.du-an.1.giai-trinh', message: expect.stringContaining('Nhỏ hơn mức thường gặp (0).') },
    ]);
    expect(faultsOf({ ...odd, 'giai-trinh': 'hoàn trả' })).toEqual([]);
  });
});

describe('the rows of a list', () => {
  it('are 500 at most: of 501 the number is told, and none is looked at', () => {
    const rows = Array.from({ length: 501 }, () => ({ ten: '👀' }));
    expect(taken(...rows)).toEqual({
      rows: [],
      faults: [{ field: 'lists.du-an', message: expect.stringContaining('được tối đa 500 dòng, đã nhập 501') }],
    });
    expect(rowsFrom(Array(500).fill(sound), projects).rows).toHaveLength(500);
    expect(rowsFrom([sound, sound, sound], { ...projects, most: 2 }).faults[0]?.message).toContain('tối đa 2 dòng');
  });

  it('may be none', () => {
    expect(taken()).toEqual({ rows: [], faults: [] });
  });
});
