import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Words } from './message.ts';

export type Extended = {
  department: string;
  report: string;
  /** As it is open again: its deadline is the end of the extension. */
  period: Period;
  unit: string;
  /** A new link to the unit's form. */
  address: string;
};

/** To a unit that is given more time: until when, why, and its link. */
export function extended({ department, report, period, unit, address }: Extended): Words {
  const until = inWords(period.deadline);
  return {
    subject: `Gia hạn báo cáo ${termInWords(period.month)} tới ${until}: ${report}`,
    paragraphs: [
      `Kính gửi: ${unit}`,
      `${department} gia hạn cho đơn vị nộp báo cáo ${termInWords(period.month)} tới trước ${until}; sau giờ này hệ thống không nhận thêm.`,
      ...(period.extension ? [`Lý do: ${period.extension.reason}`] : []),
      'Đơn vị đã nộp thì bản đã nộp vẫn được giữ nguyên; nộp lại thì bản sau được đưa vào báo cáo.',
    ],
    stressed: until,
    action: { label: 'Mở biểu mẫu', address },
  };
}
