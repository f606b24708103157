import { hourAndWeekday, inWords } from '../../shared/domain/calendar/day.ts';
import { spanInWords, termInWords } from '../../shared/domain/calendar/term.ts';
import type { Owed } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { askedInWords } from './asked.ts';
import type { Words } from './message.ts';

type Known = { department: string; report: string; period: Period; address: string };

type OfUnit = Known & { unit: string; owed: Owed };

/** To a unit when a period opens: its link. */
export function unitLink({ department, report, period, address, unit, owed }: OfUnit): Words {
  return {
    subject: `Đề nghị báo cáo ${termInWords(period.month)}: ${report}`,
    paragraphs: [
      `Kính gửi: ${unit}`,
      `${department} đề nghị đơn vị nộp báo cáo sau.`,
      askedInWords({ report, period, owed }),
      'Mở đường dẫn dưới đây, bấm "Mở biểu mẫu", điền rồi bấm "Nộp báo cáo": trang sau cho xem lại mọi nội dung, bấm "Xác nhận nộp" ở đó mới là nộp. Trước hạn có thể nộp lại nhiều lần; bản nộp cuối cùng được đưa vào báo cáo.',
      ownLink,
    ],
    stressed: hourAndWeekday(period.deadline),
    action: { label: 'Mở biểu mẫu', address },
  };
}

/** To a unit that still owes. */
export function reminder({ department, report, period, address, unit, owed }: OfUnit): Words {
  return {
    subject: `Nhắc báo cáo ${termInWords(period.month)}, hạn ${inWords(period.deadline)}: ${report}`,
    paragraphs: [
      `Kính gửi: ${unit}`,
      `${department} chưa nhận được báo cáo sau của đơn vị.`,
      askedInWords({ report, period, owed }),
      `Sau giờ hạn hệ thống không nhận thêm. Nếu trong ${spanInWords(period.month)} không có số liệu, đơn vị vẫn mở biểu mẫu, chọn "không phát sinh" và nộp.`,
      ownLink,
    ],
    stressed: hourAndWeekday(period.deadline),
    action: { label: 'Mở biểu mẫu', address },
  };
}

const ownLink = 'Đường dẫn này dành riêng cho đơn vị, xin không chuyển tiếp ra ngoài đơn vị.';

/** To a member of staff who asked to sign in. */
export function signInLink(address: string, code: string): Words {
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
  return {
    subject: 'Đăng nhập bảng tổng hợp',
    paragraphs: [
      'Mở đường dẫn dưới đây rồi bấm "Mở bảng tổng hợp". Đường dẫn dùng được một lần, trong 15 phút.',
      `Mở ở máy hoặc trình duyệt khác nơi đã xin đường dẫn thì trang hỏi thêm mã: ${spaced}`,
      'Nếu anh, chị không yêu cầu đăng nhập, xin bỏ qua thư này: không ai vào được nếu không có đường dẫn. Đừng đọc mã cho người khác.',
    ],
    stressed: spaced,
    action: { label: 'Đăng nhập', address },
  };
}

/** To a coordinator when a period opens: the way to the board. */
export function periodOpened({ report, period, address }: Known): Words {
  const units = period.units.map(({ name }) => `- ${name}`).join('\n');
  return {
    subject: `Đã mở kỳ báo cáo ${termInWords(period.month)}: ${report}`,
    paragraphs: [
      `${report}, ${termInWords(period.month)} đã mở, hạn nộp trước ${hourAndWeekday(period.deadline)}. Đã gửi đường dẫn tới ${period.units.length} đơn vị:`,
      units,
    ],
    action: { label: 'Mở bảng tổng hợp', address },
  };
}
