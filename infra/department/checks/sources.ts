import { Cadence } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { reportNamed } from '../../../shared/domain/office/owing.ts';
import type { Explained, FolderFault } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import type { ReportFile } from '../report-file.ts';

/** Indicators taken from another report: that it is there, asks for them itself, and is made more often than this one. */
export function sourceFaults(department: Department, { yaml, definition }: ReportFile): FolderFault[] {
  return definition.indicators.flatMap(({ source }, at) => {
    if (!source) return [];
    const line = yaml.lineOf(['indicators', at, 'source']);
    return sourceFaultsOf(department, source, definition.cadence).map(fault => ({ file: yaml.file, line, ...fault }));
  });
}

function sourceFaultsOf(
  department: Department,
  { report: id, indicator: code }: NonNullable<Indicator['source']>,
  cadence: Cadence = 'month',
): Explained[] {
  const report = reportNamed(department, id);
  if (!report) {
    const ids = department.reports.map(each => each.id);
    return [{ message: `không có báo cáo "${id}"`, hint: didYouMean(id, ids, `các báo cáo: ${ids.join(', ')}`) }];
  }
  const taken = report.indicators.find(each => each.code === code);
  if (!taken) {
    const codes = report.indicators.map(each => each.code);
    const hint = didYouMean(code, codes, `các chỉ tiêu của báo cáo ấy: ${codes.join(', ')}`);
    return [{ message: `báo cáo "${id}" không có chỉ tiêu "${code}"`, hint }];
  }
  const often = (each: Cadence = 'month') => Cadence.options.indexOf(each);
  if (often(report.cadence) >= often(cadence)) {
    const hint = 'lấy từ một báo cáo có kỳ ngắn hơn: báo cáo quý lấy từ báo cáo tháng';
    return [{ message: `báo cáo "${id}" không có kỳ ngắn hơn báo cáo này`, hint }];
  }
  if (taken.source === undefined) return [];
  const hint = `lấy thẳng từ ${taken.source.report}: { report: ${taken.source.report}, indicator: ${taken.source.indicator} }`;
  return [{ message: `"${code}" của báo cáo "${id}" cũng lấy từ báo cáo khác`, hint }];
}
