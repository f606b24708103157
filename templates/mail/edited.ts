import { hourAndWeekday, inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import { type Edit, editsOn } from '../../shared/domain/collection/edit.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Words } from './message.ts';

export type Edited = {
  department: string;
  report: string;
  period: Period;
  unit: string;
  /** A new link to the unit's form; none once it is closed. */
  address?: string;
  /** Every edit of the period. */
  edits: Edit[];
  head: { unit: string; revision: number; submission?: Submission | undefined } | undefined;
};

/** To a unit whose words are edited for the letter: its own and what stands in their place, as it is when the mail is written. */
export function edited({ department, report, period, unit, address, edits, head }: Edited): Words {
  const standing = head ? editsOn(edits, head.unit, head.submission).standing : [];
  return {
    subject: `Biên tập lời văn báo cáo ${termInWords(period.month)}, bản nộp lần ${head?.revision ?? 0}: ${report}`,
    paragraphs: [
      `Kính gửi: ${unit}`,
      `${department} biên tập lời văn của đơn vị cho báo cáo. Lời đơn vị đã nộp vẫn được giữ nguyên, số liệu không bị sửa.`,
      ...standing.map(beforeAndAfter),
      standing.length === 0 ? 'Đến lúc gửi thư này, các chỗ biên tập đã được bỏ: báo cáo lấy nguyên lời đơn vị.' : '',
      address === undefined
        ? ''
        : `Lời văn còn có thể được biên tập thêm trước ${hourAndWeekday(period.deadline)}; mở biểu mẫu để xem lời đang dùng. Thấy không đúng ý thì trao đổi với phòng tổng hợp, hoặc nộp lại trước giờ ấy.`,
    ].filter(paragraph => paragraph !== ''),
    ...(address === undefined ? {} : { action: { label: 'Mở biểu mẫu', address } }),
  };
}

function beforeAndAfter({ called, madeOn, text, at }: Edit): string {
  const instead = text || '(không để riêng: đã gộp vào chỗ khác hoặc lược đi)';
  return `${called}, lúc ${inWords(at)}\nLời đơn vị:\n${madeOn}\nTrong báo cáo:\n${instead}`;
}
