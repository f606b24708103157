import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { FolderFault } from '../fault.ts';

/** What a folder may say of a report and nothing acts on yet: told, so that no office relies on it. */
export function notYet({ id, lists = [], rules = [], indicators }: ReportDefinition): FolderFault[] {
  const remark = (message: string, hint: string) => ({ file: `reports/${id}/report.yaml`, line: 1, message, hint });
  const unkept = rules.length > 0 || indicators.some(({ tolerance }) => tolerance !== undefined);
  return [
    ...(lists.length > 0
      ? [remark('bảng kê (lists) chưa nộp được: công văn sẽ không có dòng nào', 'chưa dùng lists cho báo cáo thật')]
      : []),
    ...(unkept
      ? [remark('ràng buộc (rules, tolerance) chưa được kiểm tra khi đơn vị nộp', 'người tổng hợp tự đối chiếu')]
      : []),
    ...indicators.flatMap(({ code, source }) =>
      source === undefined
        ? []
        : [remark(`chỉ tiêu "${code}" lấy từ báo cáo khác (source) chưa được tính`, 'ghi owner để đơn vị nộp số liệu')],
    ),
  ];
}
