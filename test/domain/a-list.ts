import type { List } from '../../shared/domain/office/list.ts';

/** A list of projects: a column of each kind, one of them computed, and a rule within the row. */
export const projects: List = {
  id: 'du-an',
  name: 'Các dự án',
  owner: [{ unit: 'phong-a' }],
  carriesOver: true,
  columns: [
    { code: 'ten', name: 'Dự án', kind: 'text' },
    { code: 'ke-hoach-von', name: 'Kế hoạch vốn', kind: 'number', unitOfMeasure: 'triệu đồng', decimals: 3 },
    { code: 'da-giai-ngan', name: 'Đã giải ngân', kind: 'number', decimals: 3, limits: { least: '0' } },
    { code: 'khoi-cong', name: 'Khởi công', kind: 'date', required: false },
    {
      ...{ code: 'nguon', name: 'Nguồn vốn', kind: 'choice' as const, required: false },
      choices: ['Vốn tỉnh', 'Vốn trung ương'],
    },
    { code: 'ty-le', name: 'Tỷ lệ (%)', kind: 'number', decimals: 1, formula: 'da-giai-ngan / ke-hoach-von * 100' },
  ],
  rules: [{ rule: 'da-giai-ngan <= ke-hoach-von', otherwise: 'explain' }],
};
