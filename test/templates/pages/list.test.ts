import { describe, expect, it } from 'vitest';
import { compile } from '../../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { toldList } from '../../../shared/domain/letter/told-list.ts';
import type { List } from '../../../shared/domain/office/list.ts';
import { listSheet } from '../../../templates/list-sheet.ts';
import { listPage } from '../../../templates/pages/list.ts';
import { departmentWith, reportWith } from '../../domain/an-office.ts';
import { tableLines } from './table-lines.ts';

const list: List = {
  id: 'du-an',
  name: 'Các dự án',
  owedBy: 'all',
  columns: [
    { code: 'ten', name: 'Tên', kind: 'text' },
    { code: 'ngay', name: 'Khởi công', kind: 'date' },
    { code: 'von', name: 'Vốn', kind: 'number', unitOfMeasure: 'tỷ đồng' },
    { code: 'chi', name: 'Đã chi', kind: 'number' },
    { code: 'ty-le', name: 'Tỷ lệ (%)', kind: 'number', formula: 'chi / von * 100', decimals: 1 },
  ],
};
const row = (ten: string, von: string, chi: string) => ({ ten, ngay: '2025-03-01', von, chi });
const given = {
  'phong-a': [row('<Cầu>', '1000.5', '500'), row('Đường', '0', '0')],
  'phong-b': [row('Trường', '300', '99')],
};
const definition = reportWith({ indicators: [], tasks: [], lists: [list] });
const department = departmentWith(definition);
const submissions = new Map([
  ...Object.entries(given).map(
    ([unit, rows]) => [unit, { figures: {}, outcomes: {}, further: '', lists: { 'du-an': rows } }] as const,
  ),
  ['phong-c', undefined] as const,
]);
const known = knownFrom([]);
const report = compile({ department, definition, month: '2025-10', submissions, known });
const reported = { department, definition, report, known };
const told = toldList(reported, 'du-an');
if (!told) throw new Error('there is such a list');
const { rows } = told;
const place = { department: 'Sở Mẫu', report: 'r', month: '2025-10' };

describe('a list at the board', () => {
  const page = listPage({ told, ...place, part: 1, parts: 1, shown: rows });
  const lines = tableLines(page);

  it('has its rows by unit, each with what is computed in it, under the sums of the unit; and the sums of all', () => {
    expect(lines).toEqual([
      'TT|Tên|Khởi công|Vốn (tỷ đồng)|Đã chi|Tỷ lệ (%)|',
      'Phòng A (2 dòng)|1.000,5|500|50|',
      '1|&lt;Cầu&gt;|01/3/2025|1.000,5|500|50|',
      '2|Đường|01/3/2025|0|0|-|',
      'Phòng B (1 dòng)|300|99|33|',
      '3|Trường|01/3/2025|300|99|33|',
      'Tổng cộng (3 dòng)|1.300,5|599|46,1|',
    ]);
  });

  it('names who is missing', () => {
    expect(page).toContain('Chưa nộp: Phòng C.');
  });

  it('in a later part numbers its rows on, and sums all of a unit', () => {
    const later = listPage({ told, ...place, part: 2, parts: 2, shown: rows.slice(1) });
    expect(later).toContain('Phòng A (2 dòng)');
    expect(later).toContain('<td class="number">2</td><td class="">Đường</td>');
    expect(later).toContain('href="?phan=1"');
  });

  it('is none where the term has no such list', () => {
    expect(toldList(reported, 'khac')).toBeUndefined();
  });

  it('is a sheet of numbers, nothing where there is nothing to divide by', () => {
    expect(listSheet(told).rows[1]).toEqual([
      'Phòng A',
      '<Cầu>',
      '01/3/2025',
      { number: '1000.5' },
      { number: '500' },
      { number: '49.975012493753' },
    ]);
    expect(listSheet(told).rows[2]?.at(-1)).toBe('');
  });
});
