import { isDeepStrictEqual } from 'node:util';
import type { Department } from '../../shared/domain/office/department.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';

/**
 * What a department to be published says otherwise than the one in force, a line for each thing: periods that are open keep what
 * they were opened with, so whoever publishes between two terms sees what only the next one will have.
 */
export function changesBetween(before: Department, after: Department): string[] {
  return [
    ...among('đơn vị', byId(before.units), byId(after.units)),
    ...among('cán bộ', byId(before.staff), byId(after.staff)),
    ...among('báo cáo', byId(before.reports.map(bare)), byId(after.reports.map(bare))),
    ...after.reports.flatMap(report => {
      const earlier = before.reports.find(({ id }) => id === report.id);
      return earlier ? withinReport(earlier, report).map(line => `${report.id}: ${line}`) : [];
    }),
    ...counted('history.csv', before.history, after.history),
    ...counted('plan.csv', before.plan ?? [], after.plan ?? []),
    ...(isDeepStrictEqual(before.roots, after.roots) ? [] : ['đổi chứng thư gốc (chung-thu-goc)']),
  ];
}

/** A report without the lists whose entries are told one by one. */
function bare({ indicators: _, tasks: __, lists: ___, tables: ____, wording: _____, ...report }: ReportDefinition) {
  return report;
}

function withinReport(before: ReportDefinition, after: ReportDefinition): string[] {
  const indicators = (report: ReportDefinition) => byId(report.indicators.map(each => ({ ...each, id: each.code })));
  return [
    ...among('chỉ tiêu', indicators(before), indicators(after)),
    ...otherMeasure(before, after),
    ...among('nhiệm vụ', byId(before.tasks), byId(after.tasks)),
    ...among('bảng kê', byId(before.lists ?? []), byId(after.lists ?? [])),
    ...among('bảng', byId(before.tables ?? []), byId(after.tables ?? [])),
    ...(before.wording === after.wording ? [] : ['đổi lời văn (letter.md)']),
  ];
}

/** What was issued stays as it was measured, and what comes is compared with it. */
function otherMeasure(before: ReportDefinition, after: ReportDefinition): string[] {
  return after.indicators.flatMap(({ code, unitOfMeasure, kind = 'flow' }) => {
    const earlier = before.indicators.find(each => each.code === code);
    if (!earlier || (earlier.unitOfMeasure === unitOfMeasure && (earlier.kind ?? 'flow') === kind)) return [];
    return [
      `Lưu ý: số liệu "${code}" đã phát hành tính theo "${earlier.unitOfMeasure}"; nếu số mới không so được với số cũ thì đặt mã mới cho chỉ tiêu`,
    ];
  });
}

type Entries = Map<string, Record<string, unknown>>;

function byId(entries: { id: string }[]): Entries {
  return new Map(entries.map(entry => [entry.id, entry]));
}

function among(called: string, before: Entries, after: Entries): string[] {
  const added = [...after.keys()].filter(id => !before.has(id)).map(id => `thêm ${called} "${id}"`);
  const gone = [...before.keys()].filter(id => !after.has(id)).map(id => `bỏ ${called} "${id}"`);
  const changed = [...after].flatMap(([id, entry]) => {
    const earlier = before.get(id);
    const keys = earlier ? keysChanged(earlier, entry) : [];
    return keys.length > 0 ? [`đổi ${called} "${id}": ${keys.join(', ')}`] : [];
  });
  return [...added, ...gone, ...changed];
}

function keysChanged(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.filter(key => !isDeepStrictEqual(before[key], after[key]));
}

function counted(file: string, before: unknown[], after: unknown[]): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  return [`đổi ${file}: ${before.length} dòng thành ${after.length} dòng`];
}
