import { headRows } from '../../../shared/domain/letter/head-rows.ts';
import type { Table as PrintedTable } from '../../../shared/domain/letter/letter.ts';
import { filledPhrase } from '../../../shared/domain/letter/phrase.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import { standsIn } from '../../../shared/domain/office/validity.ts';
import { layoutOf } from '../../../templates/letter/table-layout.ts';
import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';
import { turningTerms } from './turning-terms.ts';

/** Tables whose heads alone no page holds, whatever figures come: too many columns, or words too long, in the smallest type. */
export function tooWideTables(department: Department, definition: ReportDefinition, yaml: YamlFile): FolderFault[] {
  const terms = turningTerms(department, definition);
  return (definition.tables ?? []).flatMap((table, at) => {
    // A table in the body lies on the letter's own page.
    const orientation = table.annex ? table.orientation : 'portrait';
    const wide = terms.some(term => {
      const columns = table.columns.filter(column => standsIn(column, term));
      if (columns.length === 0 || !standsIn(table, term)) return false;
      const worded = (text: string) => filledPhrase(text, term, definition.yearBegins);
      const heads: PrintedTable = {
        kind: 'table',
        columns: columns.map(() => ({ align: 'left' })),
        head: headRows(columns, worded),
        rows: [],
        notes: [],
      };
      return !layoutOf(heads, orientation).fits;
    });
    if (!wide) return [];
    const message = `bảng "${table.id}" không vừa trang ${orientation === 'landscape' ? 'ngang' : 'dọc'} dù đã dùng cỡ chữ nhỏ nhất`;
    const turned = table.annex ? 'đặt orientation: landscape, bớt cột' : 'chuyển bảng thành phụ lục ngang, bớt cột';
    const hint = `${orientation === 'landscape' ? 'bớt cột' : turned} hoặc viết ngắn tên cột`;
    return [{ file: yaml.file, line: yaml.lineOf(['tables', at, 'columns']), message, hint }];
  });
}
