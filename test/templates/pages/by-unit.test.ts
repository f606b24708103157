import { describe, expect, it } from 'vitest';
import { figureRows } from '../../../shared/domain/compilation/figures-table.ts';
import { compile } from '../../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { indicatorPage } from '../../../templates/pages/indicator.ts';
import { departmentWith, exports, reportWith } from '../../domain/an-office.ts';
import { tableLines } from './table-lines.ts';

const definition = reportWith({ indicators: [{ ...exports, owner: [], owedBy: 'all' }], tasks: [] });
const department = departmentWith(definition);
const known = knownFrom(
  ['phong-a', 'phong-b'].map(unit => ({ period: '2021-09', indicator: 'xuat-khau', unit, value: '100' })),
);
const given = (value: string, restates?: string) => ({
  figures: { 'xuat-khau': { state: 'reported' as const, value, restates, changes: {} } },
  ...{ outcomes: {}, further: '' },
});
const submissions = new Map([
  ['phong-a', given('120', '110')],
  ['phong-b', given('130')],
]);
const report = compile({ department, definition, month: '2021-10', submissions, known });
const [row] = figureRows({ department, definition, report, known });
if (!row) throw new Error('there is such an indicator');

describe('the figures of an indicator by unit', () => {
  const page = indicatorPage({
    ...{ department: 'Sở Mẫu', report: 'r', month: '2021-10', part: 1, parts: 1 },
    ...{ row, units: row.units, sentence: '', formula: undefined, handedIn: new Map(), compared: [] },
    ...{ now: { values: [], soFar: [] }, before: undefined, previous: undefined, next: undefined },
  });

  it('say of a number they are compared with that the unit restated it', () => {
    expect(tableLines(page)).toEqual([
      'Đơn vị|Cột so sánh|Tháng 10/2021|Tháng 9/2021|Tháng 10/2020|',
      'Phòng A||120|110 ▲ tăng 9,1% đã điều chỉnh|không có|',
      'Phòng B||130|100 ▲ tăng 30%|không có|',
      'Phòng C||chưa báo cáo|không có|không có|',
      'Tổng các đơn vị||250|210 ▲ tăng 19%|không có|',
    ]);
  });
});
