import { monthAndYear } from '../../shared/domain/calendar/month.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import type { Words } from './message.ts';

export type Parked = {
  report: string;
  month: string;
  /** Where the board shows these mails. */
  address: string;
  mails: Pick<MailEntry, 'address'>[];
};

/** To a coordinator: mails whose fate stays unknown, and what to do, since the house will not send them again by itself. */
export function parked({ report, month, address, mails }: Parked): Words {
  const addresses = [...new Set(mails.map(mail => `- ${mail.address}`))].join('\n');
  return {
    subject: `Chưa rõ ${mails.length} thư đã đi hay chưa: ${report}, tháng ${monthAndYear(month)}`,
    paragraphs: [
      `Hệ thống đã gửi, nhưng sau một giờ vẫn chưa biết thư có tới các địa chỉ sau hay không:\n${addresses}`,
      'Để không ai nhận hai lần, hệ thống không tự gửi lại. Xin hỏi người nhận; nếu họ chưa nhận được, mở bảng tổng hợp, phần "Thư", và gửi lại cho từng địa chỉ.',
    ],
    action: { label: 'Mở bảng tổng hợp', address },
  };
}
