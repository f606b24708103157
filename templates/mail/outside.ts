import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Item } from '../../shared/domain/letter/items.ts';
import { type DocumentKind, documentInWords } from '../../shared/domain/office/document-kind.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Words } from './message.ts';

export type Outside = {
  report: string;
  period: Period;
  address: string;
  unit: string;
  document?: DocumentKind | undefined;
  fencedAt: number;
  /** What it turned out to hold; undefined when that is nothing. */
  handedIn: { revision: number; receivedAt: number; items: Item[] } | undefined;
};

/** To a coordinator when a unit could be closed after all: what it holds, and that it is in no letter. */
export function outside({ report, period, address, unit, document: kind, fencedAt, handedIn }: Outside): Words {
  const document = documentInWords(kind);
  return {
    subject: `${unit}: đã chốt được sau khi lập ${document}, ${report}, ${termInWords(period.month)}`,
    paragraphs: [
      `Lúc lập ${document}, bản ghi của ${unit} không chốt được. Đến ${inWords(fencedAt)} thì chốt được.`,
      ...(handedIn
        ? [
            `Đơn vị có bản nộp lần ${handedIn.revision}, nhận lúc ${inWords(handedIn.receivedAt)}. Bản này KHÔNG có trong ${document}. Hãy xem nội dung dưới đây, báo cho đơn vị và quyết định có cần ${document} bổ sung hay không.`,
            ...handedIn.items.map(({ label, text }) => `${label}:\n${text}`),
          ]
        : [`Đơn vị không có bản nộp nào; ${document} không thiếu gì của đơn vị.`]),
    ],
    action: { label: 'Mở bảng tổng hợp', address },
  };
}
