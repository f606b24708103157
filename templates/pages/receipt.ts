import { html } from 'hono/html';
import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Item } from '../../shared/domain/letter/items.ts';
import type { UnitPage } from './form.ts';
import { framed } from './frame.ts';
import { takenDown } from './taken-down.ts';

export type ReceiptPage = UnitPage & {
  key: string;
  hash: string;
  revision: number;
  receivedAt: number;
  /** True while this is the unit's newest revision. */
  newest: boolean;
  items: Item[];
  /** The draft that is no longer needed. */
  draft: string;
};

/** What was taken down: to be read, printed and kept. */
export function receiptPage(receipt: ReceiptPage): string {
  return framed({
    title: 'Biên nhận báo cáo',
    department: receipt.department,
    contact: receipt.contact,
    ways: [
      { to: receipt.at, name: 'Xem lại hoặc nộp lại' },
      { to: `${receipt.at}/history`, name: 'Các lần đã nộp' },
    ],
    scripted: true,
    main: html`<p role="status" class="good" data-receipt-of="${receipt.draft}">Đã nhận bản nộp lần ${receipt.revision} của <strong>${receipt.unit}</strong> lúc ${inWords(receipt.receivedAt)}.
${receipt.newest ? '' : ' Sau bản này đơn vị đã nộp bản mới hơn.'}</p>
<dl class="facts">
<div><dt>Báo cáo</dt><dd>${receipt.report}, ${termInWords(receipt.month)}</dd></div>
<div><dt>Mã nộp</dt><dd><code>${receipt.key}</code></dd></div>
<div><dt>Mã kiểm tra nội dung</dt><dd><code>${receipt.hash.slice(0, 16)}</code></dd></div>
</dl>
<h2>Đã ghi nhận, theo lời công văn</h2>
<p>So sánh theo số liệu đã phát hành đến lúc này.</p>
${takenDown(receipt.items)}
<p class="no-print"><button type="button" data-print hidden>In biên nhận</button></p>`,
  });
}
