import { hourAndWeekday, inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { MendRequest } from '../../shared/domain/collection/mend-request.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Words } from './message.ts';

export type Mending = {
  department: string;
  report: string;
  period: Period;
  unit: string;
  /** A new link to the unit's form. */
  address: string;
  request: MendRequest;
};

/** To a unit whose coordinator would have something mended: what, in the coordinator's words, and until when. */
export function mend({ department, report, period, unit, address, request }: Mending): Words {
  const { revision, reason, at } = request;
  const deadline = hourAndWeekday(period.deadline);
  return {
    subject: `Đề nghị sửa báo cáo ${termInWords(period.month)}, bản nộp lần ${revision}: ${report}`,
    paragraphs: [
      `Kính gửi: ${unit}`,
      `${department} đã xem bản nộp lần ${revision} của đơn vị và lúc ${inWords(at)} đề nghị đơn vị sửa:`,
      reason,
      `Mở biểu mẫu, sửa, xem lại rồi xác nhận nộp trước ${deadline}. Bản đã nộp vẫn được giữ nguyên: nếu đơn vị không nộp lại, chính bản ấy được đưa vào báo cáo.`,
    ],
    stressed: deadline,
    action: { label: 'Mở biểu mẫu', address },
  };
}
