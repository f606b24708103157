import { documentKinds } from '../../../shared/domain/office/document-kind.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { FolderFault } from '../fault.ts';

/** What a document of its kind has by custom (NĐ 30/2020, Phụ lục I and III): told, not refused. */
export function documentRemarks({ id, document = 'cong-van', kyHieu, addressees }: ReportDefinition): FolderFault[] {
  const place = { file: `reports/${id}/report.yaml`, line: 1 };
  const { said, abbreviation } = documentKinds[document];
  if (abbreviation === undefined && addressees.length === 0) {
    const hint = 'thêm addressees; văn bản không có Kính gửi thì ghi document: bao-cao hoặc tên loại khác';
    return [{ ...place, message: 'công văn không có nơi Kính gửi', hint }];
  }
  if (abbreviation === undefined || kyHieu === abbreviation || kyHieu.startsWith(`${abbreviation}-`)) return [];
  const message = `${said} mà kyHieu "${kyHieu}" không mở đầu bằng ${abbreviation}`;
  return [{ ...place, message, hint: `Nghị định 30/2020: ký hiệu viết như ${abbreviation}-${kyHieu}` }];
}
