import { describe, expect, it } from 'vitest';
import { rowsPasted } from '../../../shared/domain/collection/rows-pasted.ts';
import { projects } from '../a-list.ts';

const bridge = { ten: 'Cầu số 1', 'ke-hoach-von': '1.200,5', 'da-giai-ngan': '600' };

describe('cells of a sheet, for a list,', () => {
  it('go by the order of its columns that are filled in, where none is named', () => {
    expect(rowsPasted([['Cầu số 1', '1.200,5', '600', '', 'Vốn tỉnh', 'vì mưa', '']], projects)).toEqual({
      rows: [{ ...bridge, nguon: 'Vốn tỉnh', 'giai-trinh': 'vì mưa' }],
      unread: [],
    });
  });

  it('begin at another column where they were pasted there', () => {
    expect(rowsPasted([['1', '2']], projects, { from: 'ke-hoach-von' }).rows).toEqual([
      { 'ke-hoach-von': '1', 'da-giai-ngan': '2' },
    ]);
  });

  it('are not used where there are more than columns, and the row is told', () => {
    const long = ['Cầu', '1', '2', '3', '4', '5', '6'];
    expect(rowsPasted([Object.values(bridge), long], projects)).toEqual({
      rows: [bridge],
      unread: ['Cầu | 1 | 2 | 3 | 4 | 5 | 6'],
    });
  });

  it.each([
    [
      [
        ['1', ...Object.values(bridge)],
        ['2', 'Cầu số 2'],
      ],
      [bridge, { ten: 'Cầu số 2' }],
    ],
    [
      [
        ['1', 'Cầu'],
        ['3', 'Kè'],
      ],
      [
        { ten: '1', 'ke-hoach-von': 'Cầu' },
        { ten: '3', 'ke-hoach-von': 'Kè' },
      ],
    ],
    [
      [['1'], ['2']],
      [{ ten: '1' }, { ten: '2' }],
    ],
  ])('leave out a running number in front, and nothing that is none: %j', (cells, rows) => {
    expect(rowsPasted(cells, projects).rows).toEqual(rows);
  });

  it('go by the names over them: of a column, with its unit or by its code, in any order', () => {
    const cells = [
      ['Bảng kê quý III', ''],
      ['STT', 'ĐÃ GIẢI NGÂN', 'Dự án', 'Kế hoạch vốn (triệu đồng)', 'nguon', 'Tỷ lệ (%)', 'Chủ đầu tư', 'Giải trình'],
      ['7', '600', 'Cầu số 1', '1.200,5', 'vốn  TỈNH', '49,98', 'Ban 1', 'vì mưa'],
      ['', '', '', '', '', '50', '', ''],
    ];
    expect(rowsPasted(cells, projects)).toEqual({
      rows: [{ ...bridge, nguon: 'vốn  TỈNH', 'giai-trinh': 'vì mưa' }],
      unread: ['Bảng kê quý III', 'cả cột "Chủ đầu tư"'],
    });
  });

  it('beyond the rows there is room for are told, and not used', () => {
    expect(rowsPasted([['a'], ['b'], ['c', '1']], projects, { room: 1 })).toEqual({
      rows: [{ ten: 'a' }],
      unread: ['b', 'c | 1'],
    });
    expect(
      rowsPasted(
        Array.from({ length: 502 }, () => ['x']),
        projects,
      ).unread,
    ).toEqual(['x', 'x']);
  });
});
