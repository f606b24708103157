import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Item } from '../../shared/domain/letter/items.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Words } from './message.ts';

export type Outside = {
  report: string;
  period: Period;
  address: string;
  unit: string;
  fencedAt: number;
  /** What it turned out to hold; undefined when that is nothing. */
  handedIn: { revision: number; receivedAt: number; items: Item[] } | undefined;
};

/** To a coordinator when a unit could be closed after all: what it holds, and that it is in no letter. */
export function outside({ report, period, address, unit, fencedAt, handedIn }: Outside): Words {
  return {
    subject: `${unit}: đã chốt được sau khi lập công văn, ${report}, ${termInWords(period.month)}`,
    paragraphs: [
      `Lúc lập công văn, bản ghi của ${unit} không chốt được. Đến ${inWords(fencedAt)} thì chốt được.`,
      ...(handedIn
        ? [
            `Đơn vị có bản nộp lần ${handedIn.revision}, nhận lúc ${inWords(handedIn.receivedAt)}. Bản này KHÔNG có trong công văn. Hãy xem nội dung dưới đây, báo cho đơn vị và quyết định có cần công văn bổ sung hay không.`,
            ...handedIn.items.map(({ label, text }) => `${label}:\n${text}`),
          ]
        : ['Đơn vị không có bản nộp nào; công văn không thiếu gì của đơn vị.']),
    ],
    action: { label: 'Mở bảng tổng hợp', address },
  };
}
