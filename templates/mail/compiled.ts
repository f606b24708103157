import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { whyUnclosed } from '../../shared/domain/compilation/unclosed.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { firstFigures } from './first-figures.ts';
import type { Words } from './message.ts';

const waiting = (document: string) =>
  `Theo thiết lập của báo cáo, khi còn thiếu đơn vị thì ${document} chưa được gửi. Mở bảng tổng hợp, xem ${document} rồi bấm "Phát hành ${document}" nếu đồng ý, hoặc gia hạn cho đơn vị còn thiếu.`;
const gaps = (document: string) => `Trong ${document}, phần của các đơn vị chưa nộp ghi "chưa có số liệu báo cáo".`;

const closing = (document: string) =>
  `Trong ${document}, các đơn vị này được ghi như chưa nộp, dù có thể đã nộp. Hãy báo ngay cho cán bộ kỹ thuật; hệ thống vẫn thử lại năm phút một lần và sẽ báo khi chốt được, kèm nội dung đơn vị đã nộp.`;

export type Compiled = {
  report: string;
  period: Period;
  /** Where the board shows the period. */
  address: string;
  edition: Edition;
  /** The letter's own first sentences of figures. */
  headlines: string[];
  /** Whether the letter itself is with the mail, or is too large for it. */
  attached: boolean;
};

/**
 * To coordinators and approvers when an edition was compiled: the letter, its first figures, what is missing, what could not be
 * closed, and whether the letter waits.
 */
export function compiled({ report, period, address, edition, headlines, attached }: Compiled): Words {
  const { held, addressees, unclosed = [] } = edition;
  const lost = new Set(unclosed.map(({ id }) => id));
  const missing = edition.missing.filter(({ id }) => !lost.has(id)).map(({ name }) => name);
  const document = documentInWords(edition.head.document);
  const what = `${capitalised(document)} ${held ? 'đang được giữ lại' : 'đã lập và đang gửi'}`;
  return {
    subject: `${what}: ${report}, ${termInWords(period.month)}`,
    paragraphs: [
      `${report}, ${termInWords(period.month)}. ${capitalised(document)} đã lập và ${held ? 'đang được giữ lại' : `đang gửi tới ${addressees.length} địa chỉ ở Nơi nhận`}.`,
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
      firstFigures(headlines, document),
      attached
        ? `${capitalised(document)} kèm theo thư này, bản DOCX và bản PDF (${edition.pages} trang).`
        : `${capitalised(document)} lớn hơn mức đính kèm được: xin xem và tải trên bảng tổng hợp.`,
    ].filter(Boolean),
    action: { label: 'Mở bảng tổng hợp', address },
  };
}
