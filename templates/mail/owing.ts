import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Words } from './message.ts';

type Known = { report: string; period: Period; address: string };

/** To some of the staff: who still owes, shortly before the deadline. */
export function stillOwing({ report, period, address, units }: Known & { units: string[] }): Words {
  const { length } = period.units;
  return {
    subject: `Còn ${units.length}/${length} đơn vị chưa nộp, hạn ${inWords(period.deadline)}: ${report}`,
    paragraphs: [
      `${report}, ${termInWords(period.month)}: còn ${units.length}/${length} đơn vị chưa nộp, hạn ${inWords(period.deadline)}.`,
      units.map(name => `- ${name}`).join('\n'),
      'Các đơn vị này đã được gửi đường dẫn và thư nhắc. Thư này gửi một lần, theo lịch cơ quan đã ghi.',
    ],
    action: { label: 'Mở bảng tổng hợp', address },
  };
}

/** To who heads a unit: that it has handed in nothing yet, and its link. */
export function ownUnitOwes({ report, period, address, unit }: Known & { unit: string }): Words {
  return {
    subject: `${unit} chưa nộp báo cáo, hạn ${inWords(period.deadline)}: ${report}`,
    paragraphs: [
      `Kính gửi: lãnh đạo ${unit}`,
      `${unit} chưa nộp ${report}, ${termInWords(period.month)}; hạn ${inWords(period.deadline)}. Đơn vị đã được gửi đường dẫn và thư nhắc.`,
      'Sau giờ hạn hệ thống không nhận thêm. Người của đơn vị, hoặc chính Ông/Bà, nộp được bằng đường dẫn dưới đây. Đường dẫn này dành riêng cho đơn vị, xin không chuyển tiếp ra ngoài đơn vị.',
    ],
    action: { label: 'Mở biểu mẫu', address },
  };
}
