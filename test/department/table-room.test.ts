import { describe, expect, it } from 'vitest';
import { tooWideTables } from '../../infra/department/checks/table-room.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { departmentIn, sampleNamed } from './a-folder.ts';

const department = departmentIn(sampleNamed('so-cong-thuong-hoa-son'));
const definition = department.reports.find(({ tables }) => tables?.length) as ReportDefinition;
const yaml = { file: 'reports/thang/report.yaml', content: {}, lineOf: (path: readonly PropertyKey[]) => path.length };

const withColumns = (heading: string, count: number, annex = true): ReportDefinition => ({
  ...definition,
  tables: (definition.tables ?? []).map(table => ({
    ...table,
    annex,
    columns: Array.from({ length: count }, () => ({ heading, shows: 'value' })),
  })),
});

describe('a table that no page holds', () => {
  it('is said by check, with what to do about it; one of short heads is not, with forty columns too', () => {
    expect(tooWideTables(department, definition, yaml)).toEqual([]);
    expect(tooWideTables(department, withColumns('Số', 40), yaml)).toEqual([]);
    const [fault] = tooWideTables(department, withColumns('Trưởng-phòng', 40), yaml);
    expect(fault?.message).toContain('không vừa trang ngang');
    expect(fault?.hint).toContain('bớt cột');
  });

  it('is looked at on the upright page where it stands in the body', () => {
    const [fault] = tooWideTables(department, withColumns('Trưởng', 25, false), yaml);
    expect(fault?.message).toContain('không vừa trang dọc');
    expect(fault?.hint).toContain('phụ lục ngang');
  });

  it('is looked at in the months in which only some of its columns stand', () => {
    const wide = withColumns('Trưởng-phòng', 40);
    const tables = (wide.tables ?? []).map(table => ({
      ...table,
      columns: table.columns.map((column, at) => (at < 3 ? column : { ...column, months: [6] })),
    }));
    const [fault] = tooWideTables(department, { ...wide, tables }, yaml);
    expect(fault?.message).toContain('không vừa trang ngang');
  });
});
