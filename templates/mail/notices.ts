import { dateInDigits, inWords } from '../../shared/domain/calendar/day.ts';
import { spanInWords, termInWords } from '../../shared/domain/calendar/term.ts';
import { type Unclosed, whyUnclosed } from '../../shared/domain/compilation/unclosed.ts';
import { type DocumentKind, documentInWords } from '../../shared/domain/office/document-kind.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import type { Words } from './message.ts';

type Known = { department: string; report: string; period: Period; address: string };

/** To a unit when a period opens: its link. */
export function unitLink({ department, report, period, address, unit }: Known & { unit: string }): Words {
  return {
    subject: `Đề nghị báo cáo ${termInWords(period.month)}: ${report}`,
    paragraphs: [
      `Kính gửi: ${unit}`,
      `${department} đề nghị đơn vị báo cáo số liệu và kết quả nhiệm vụ ${termInWords(period.month)} (từ ${dateInDigits(period.window.from)} đến ${dateInDigits(period.window.to)}) trước ${inWords(period.deadline)}.`,
      'Mở đường dẫn dưới đây, bấm "Mở biểu mẫu", điền rồi bấm "Nộp báo cáo". Trước hạn có thể nộp lại nhiều lần; bản nộp cuối cùng được đưa vào báo cáo.',
      'Đường dẫn này dành riêng cho đơn vị, xin không chuyển tiếp ra ngoài đơn vị.',
    ],
    action: { label: 'Mở biểu mẫu', address },
  };
}

/** To a unit that still owes. */
export function reminder({ department, report, period, address, unit }: Known & { unit: string }): Words {
  return {
    subject: `Nhắc báo cáo ${termInWords(period.month)}, hạn ${inWords(period.deadline)}: ${report}`,
    paragraphs: [
      `Kính gửi: ${unit}`,
      `${department} chưa nhận được báo cáo ${termInWords(period.month)} của đơn vị. Hạn nộp là trước ${inWords(period.deadline)}; sau giờ này hệ thống không nhận thêm.`,
      `Nếu trong ${spanInWords(period.month)} không có số liệu, đơn vị vẫn mở biểu mẫu, chọn "không phát sinh" và nộp.`,
    ],
    action: { label: 'Mở biểu mẫu', address },
  };
}

/** To a member of staff who asked to sign in. */
export function signInLink(address: string): Words {
  return {
    subject: 'Đăng nhập bảng tổng hợp',
    paragraphs: [
      'Mở đường dẫn dưới đây rồi bấm "Mở bảng tổng hợp". Đường dẫn dùng được một lần, trong 15 phút.',
      'Nếu anh, chị không yêu cầu đăng nhập, xin bỏ qua thư này: không ai vào được nếu không có đường dẫn.',
    ],
    action: { label: 'Đăng nhập', address },
  };
}

/** To a coordinator when a period opens: the way to the board. */
export function periodOpened({ report, period, address }: Known): Words {
  const units = period.units.map(({ name }) => `- ${name}`).join('\n');
  return {
    subject: `Đã mở kỳ báo cáo ${termInWords(period.month)}: ${report}`,
    paragraphs: [
      `Kỳ báo cáo đã mở và sẽ chốt lúc ${inWords(period.deadline)}. Đã gửi đường dẫn tới ${period.units.length} đơn vị:`,
      units,
    ],
    action: { label: 'Mở bảng tổng hợp', address },
  };
}

const waiting = (document: string) =>
  `Theo thiết lập của báo cáo, khi còn thiếu đơn vị thì ${document} chưa được gửi. Mở bảng tổng hợp, xem ${document} rồi bấm "Cho gửi" nếu đồng ý.`;
const gaps = (document: string) => `Trong ${document}, phần của các đơn vị chưa nộp ghi "chưa có số liệu báo cáo".`;

const closing = (document: string) =>
  `Trong ${document}, các đơn vị này được ghi như chưa nộp, dù có thể đã nộp. Hãy báo ngay cho cán bộ kỹ thuật; hệ thống vẫn thử lại năm phút một lần và sẽ báo khi chốt được, kèm nội dung đơn vị đã nộp.`;

/** To a coordinator when an edition was compiled: what is missing, what could not be closed, and whether the letter waits. */
export function compiled({
  report,
  period,
  address,
  missing,
  unclosed,
  held,
  document: kind,
}: Known & {
  missing: string[];
  unclosed: Unclosed[];
  held: boolean;
  document?: DocumentKind | undefined;
}): Words {
  const document = documentInWords(kind);
  const what = `${capitalised(document)} ${held ? 'đang được giữ lại' : 'đã lập và đang gửi'}`;
  return {
    subject: `${what}: ${report}, ${termInWords(period.month)}`,
    paragraphs: [
      missing.length > 0
        ? `Các đơn vị sau chưa nộp báo cáo:\n${missing.map(unit => `- ${unit}`).join('\n')}`
        : unclosed.length > 0
          ? ''
          : 'Tất cả các đơn vị đã nộp báo cáo.',
      unclosed.length > 0
        ? `Không chốt được bản nộp của các đơn vị sau:\n${unclosed.map(({ name, why }) => `- ${name}: ${whyUnclosed[why]}`).join('\n')}`
        : '',
      unclosed.length > 0 ? closing(document) : '',
      held ? waiting(document) : missing.length > 0 ? gaps(document) : '',
    ].filter(Boolean),
    action: { label: 'Mở bảng tổng hợp', address },
  };
}
