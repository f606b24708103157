import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { FolderFault } from '../fault.ts';

/** What a folder may say of a report and nothing acts on yet: told, so that no office relies on it. */
export function notYet({ id, indicators }: ReportDefinition): FolderFault[] {
  const remark = (message: string, hint: string) => ({ file: `reports/${id}/report.yaml`, line: 1, message, hint });
  return indicators.flatMap(({ code, source }) =>
    source === undefined
      ? []
      : [remark(`chỉ tiêu "${code}" lấy từ báo cáo khác (source) chưa được tính`, 'ghi owner để đơn vị nộp số liệu')],
  );
}
