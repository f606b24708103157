import { dateAt, dateInDigits } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Words } from './message.ts';

export type ToCorrect = {
  report: string;
  period: Period;
  unit: string;
  /** A link to what the unit handed in. */
  address: string;
  /** Until when it is good, milliseconds since 1970. */
  until: number;
};

/** To a unit that wants something corrected of a letter that went out: its way back to what it handed in. */
export function toCorrect({ report, period, unit, address, until }: ToCorrect): Words {
  return {
    subject: `Đường dẫn đề nghị đính chính ${termInWords(period.month)}: ${report}`,
    paragraphs: [
      `Kính gửi: ${unit}`,
      `Mở đường dẫn dưới đây, bấm "Mở biểu mẫu" để xem nội dung của đơn vị đã phát hành; bấm "Đề nghị đính chính" để đề nghị sửa. Đường dẫn dùng được đến hết ${dateInDigits(dateAt(until))}; biểu mẫu đã đóng, không nộp thêm được.`,
      'Đường dẫn này dành riêng cho đơn vị, xin không chuyển tiếp ra ngoài đơn vị.',
    ],
    action: { label: 'Mở biểu mẫu', address },
  };
}
