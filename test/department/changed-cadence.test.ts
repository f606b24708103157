import { expect, it } from 'vitest';
import { changedCadences } from '../../infra/department/changed-cadence.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';

const monthly = departmentWith(reportWith({ first: '2021-10' }));
const quarterly = departmentWith(reportWith({ first: '2021-Q4', cadence: 'quarter' }));
const [before, opened] = [instantAt('2021-11-01', '07:59'), instantAt('2021-11-01', '08:00')];

it('refuses another cadence from the hour on at which the first period opened, and says what to do', () => {
  expect(changedCadences(monthly, quarterly, before)).toEqual([]);
  expect(changedCadences(monthly, quarterly, opened)).toEqual([
    {
      file: 'reports/bao-cao-thang/report.yaml',
      line: 1,
      message: 'báo cáo "bao-cao-thang" đã ban hành theo tháng và đã có kỳ mở, nay đổi sang theo quý',
      hint: 'giữ "bao-cao-thang" theo tháng, ghi last là kỳ cuối; tạo báo cáo theo quý trong thư mục khác của reports/',
    },
  ]);
  expect(changedCadences(quarterly, monthly, instantAt('2022-01-01', '08:00'))).toHaveLength(1);
});

it('says nothing of the first department, of a new report, and of one that keeps its cadence', () => {
  const other = departmentWith(reportWith({ id: 'khac', first: '2021-Q4', cadence: 'quarter' }));
  expect(changedCadences(undefined, quarterly, opened)).toEqual([]);
  expect(changedCadences(monthly, other, opened)).toEqual([]);
  expect(changedCadences(monthly, monthly, opened)).toEqual([]);
});
