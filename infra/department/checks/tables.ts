import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { Table } from '../../../shared/domain/office/table.ts';
import type { Explained, FolderFault } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import type { YamlFile } from '../yaml-file.ts';
import { formulaFaultsIn } from './formula.ts';
import { shownIn } from './table-names.ts';

/** Tables of what there is not, and columns that show nothing of the kind of rows they stand in. */
export function tableFaults(definition: ReportDefinition, { file, lineOf }: YamlFile): FolderFault[] {
  return (definition.tables ?? []).flatMap((table, at) => {
    const told = (path: PropertyKey[], fault: Explained) => ({ file, line: lineOf(['tables', at, ...path]), ...fault });
    const missing = rowFaults(table, definition);
    return [
      ...missing.map(({ path, ...fault }) => told(['rows', ...path], fault)),
      ...(missing.length > 0 ? [] : columnFaults(table, definition)).map(({ path, ...fault }) => told(path, fault)),
    ];
  });
}

type Placed = Explained & { path: PropertyKey[] };

function rowFaults({ rows }: Table, { indicators, lists = [] }: ReportDefinition): Placed[] {
  if (rows.of === 'units') return [];
  if (rows.of === 'list') {
    const ids = lists.map(({ id }) => id);
    if (ids.includes(rows.list)) {
      if (!rows.subtotals || rows.byUnit) return [];
      const message = 'subtotals cộng từng đơn vị, mà các dòng không chia theo đơn vị';
      return [{ path: ['subtotals'], message, hint: 'thêm byUnit: true, hoặc bỏ subtotals' }];
    }
    const otherwise = ids.length > 0 ? `các bảng kê: ${ids.join(', ')}` : 'báo cáo này chưa có lists';
    const hint = didYouMean(rows.list, ids, otherwise);
    return [{ path: ['list'], message: `báo cáo này không có bảng kê "${rows.list}"`, hint }];
  }
  const codes = indicators.map(({ code }) => code);
  return rows.groups.flatMap(({ indicators: shown }, group) =>
    shown.flatMap((code, at): Placed[] => {
      const path = ['groups', group, 'indicators', at];
      if (shown.indexOf(code) < at) {
        return [{ path, message: `chỉ tiêu "${code}" có hai dòng trong một nhóm`, hint: 'giữ một, bỏ một' }];
      }
      if (codes.includes(code)) return [];
      const hint = didYouMean(code, codes, `các chỉ tiêu: ${codes.join(', ')}`);
      return [{ path, message: `báo cáo này không có chỉ tiêu "${code}"`, hint }];
    }),
  );
}

function columnFaults({ rows, columns }: Table, definition: ReportDefinition): Placed[] {
  const { words, allowed, nothing } = shownIn(rows, definition);
  const faults = columns.flatMap(({ shows }, at): Placed[] => {
    if (words.includes(shows)) return [];
    return formulaFaultsIn(shows, allowed).map(fault => ({ path: ['columns', at, 'shows'], ...fault }));
  });
  if (faults.length > 0) return faults;
  const empty = nothing(columns);
  return empty ? [{ path: ['rows'], ...empty }] : [];
}
