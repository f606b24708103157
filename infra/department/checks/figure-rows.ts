import type { Department } from '../../../shared/domain/office/department.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { Explained, FolderFault } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import { decimalsMeant } from '../typed-decimal.ts';

/** A figure of history.csv or plan.csv, by what both of them have: `said` is of which time, "2021-09" or "năm 2025". */
export type FigureRow = { line: number; said: string; indicator: string; unit?: string | undefined; value: string };

/** Figures of what nobody asks, of units that owe none, and with more decimals than the indicator has. */
export function figureRowFaults(department: Department, file: string, rows: FigureRow[]): FolderFault[] {
  const asked = askedIn(department);
  return rows.flatMap(row =>
    explainedRow(department, asked, row).map(explained => ({ file, line: row.line, ...explained })),
  );
}

/** What reports ask, by code: two reports may ask for one. */
export function askedIn({ reports }: Pick<Department, 'reports'>): Map<string, Indicator[]> {
  return Map.groupBy(
    reports.flatMap(({ indicators }) => indicators),
    ({ code }) => code,
  );
}

/** The reports that ask for an indicator, by its code. */
export function reportsAsking({ reports }: Pick<Department, 'reports'>, indicator: string): ReportDefinition[] {
  return reports.filter(({ indicators }) => indicators.some(({ code }) => code === indicator));
}

function explainedRow(department: Department, asked: Map<string, Indicator[]>, row: FigureRow): Explained[] {
  const { said, indicator } = row;
  const indicators = asked.get(indicator);
  if (indicators) return [...unitFaults(department, indicators, row), ...decimalFaults(indicators, row)];
  const codes = [...asked.keys()];
  const hint = didYouMean(indicator, codes, `bỏ dòng này; các mã đang có: ${codes.join(', ')}`);
  return [{ message: `${said} có chỉ tiêu "${indicator}" mà không báo cáo nào hỏi`, hint }];
}

/** A unit's own figure is read of what many owe, or of what is computed of it. */
function unitFaults({ units }: Department, indicators: Indicator[], { said, indicator, unit }: FigureRow): Explained[] {
  if (unit === undefined) return [];
  const ids = units.map(({ id }) => id);
  if (!ids.includes(unit)) {
    const hint = didYouMean(unit, ids, `dùng một mã đơn vị trong department.yaml: ${ids.join(', ')}`);
    return [{ message: `${said}: không có đơn vị "${unit}"`, hint }];
  }
  const owing = indicators.flatMap(({ owedBy = [] }) => (owedBy === 'all' ? ids : owedBy));
  if (owing.includes(unit) || indicators.some(({ formula }) => formula !== undefined)) return [];
  if (owing.length === 0) {
    const hint = 'để trống ô unit ở dòng này; chỉ tiêu do một đơn vị báo thì số liệu là của cả cơ quan';
    return [{ message: `${said}: chỉ tiêu "${indicator}" không báo theo từng đơn vị`, hint }];
  }
  const hint = `bỏ dòng này, hoặc thêm đơn vị vào owedBy; đang nợ chỉ tiêu này: ${owing.join(', ')}`;
  return [{ message: `${said}: đơn vị "${unit}" không nợ chỉ tiêu "${indicator}"`, hint }];
}

/** Three digits after a point may be thousands; noughts past the indicator's decimals say nothing else. */
function decimalFaults(indicators: Indicator[], { said, indicator, value }: FigureRow): Explained[] {
  const most = Math.max(...indicators.map(({ decimals }) => decimals));
  const written = value.split('.')[1] ?? '';
  const told = written.length === 3 ? 3 : [...written].findLastIndex(digit => digit !== '0') + 1;
  if (told <= most) return [];
  const message = `${said}: "${value}" có ${written.length} chữ số thập phân mà "${indicator}" lấy ${most} (decimals: ${most})`;
  const [thousands = ''] = decimalsMeant(value).filter(meant => meant !== value);
  const round = `làm tròn còn ${most} chữ số, hoặc sửa decimals`;
  const hint =
    thousands && !thousands.includes('.') ? `nếu là nghìn, viết ${thousands}; nếu là số lẻ, ${round}` : round;
  return [{ message, hint }];
}
