import { hourAndWeekday, inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import { spokenCode } from '../../shared/domain/collection/spoken-code.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import type { Past } from '../../shared/domain/figures/past.ts';
import { itemsOf } from '../../shared/domain/letter/items.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { owedBy, reportNamed } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { unitName } from '../../shared/domain/office/unit.ts';
import type { Words } from './message.ts';

/** What a unit handed in, as its head holds it. */
export type HandedIn = {
  unit: string;
  revision: number;
  key?: string | undefined;
  hash?: string | undefined;
  receivedAt?: number | undefined;
  submission?: Submission | undefined;
};

/** A period, its office as pinned, and what its figures are compared with. */
export type Receipting = { department: Department; period: Period; past: Past };

/**
 * To a unit that has handed in: what was taken down of its latest revision; while it may hand in again, also the way `back` to
 * its form. @throws when nothing was handed in
 */
export function receipt(
  { department, period, past }: Receipting,
  handedIn: HandedIn | undefined,
  back?: string,
): Words {
  const definition = reportNamed(department, period.report);
  if (!definition || !handedIn?.submission) throw new Error(`no receipt without a submission: ${period.report}`);
  const { unit, revision, key = '', hash = '', receivedAt = 0, submission } = handedIn;
  const name = unitName(period, unit);
  const items = itemsOf(owedBy(definition, unit, period.month), submission, { ...past, unit });
  return {
    subject: `Biên nhận báo cáo ${termInWords(period.month)}, lần ${revision}: ${definition.name}`,
    paragraphs: [
      `Kính gửi: ${name}`,
      `${department.name} đã nhận bản nộp lần ${revision} của đơn vị lúc ${inWords(receivedAt)}: ${definition.name}, ${termInWords(period.month)}.`,
      back === undefined
        ? `Hạn nộp là ${hourAndWeekday(period.deadline)}; từ giờ đó không nộp lại được nữa.`
        : `Trước ${hourAndWeekday(period.deadline)}, đơn vị xem lại và nộp lại được theo đường dẫn dưới đây; bản cuối cùng được đưa vào báo cáo. Đường dẫn dành riêng cho đơn vị: xin bỏ đi khi chuyển biên nhận cho nơi khác.`,
      `Dưới đây là nội dung đã ghi nhận; số liệu ghi theo lời ${documentInWords(definition.document)}, so sánh theo số liệu đã phát hành đến lúc gửi thư này.`,
      ...items.map(({ label, text }) => `${label}:\n${text}`),
    ],
    action: back === undefined ? undefined : { label: 'Xem lại hoặc nộp lại', address: back },
    small: [`Mã biên nhận: ${spokenCode(hash)}\nMã nộp: ${key}\nMã kiểm tra nội dung: ${hash.slice(0, 16)}`],
  };
}
