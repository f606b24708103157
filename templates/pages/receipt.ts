import { html } from 'hono/html';
import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import { spokenCode } from '../../shared/domain/collection/spoken-code.ts';
import type { Proof } from '../../shared/domain/compilation/hash-tree.ts';
import type { Item } from '../../shared/domain/letter/items.ts';
import type { Task } from '../../shared/domain/office/task.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { emptyTasks } from './form/empty-tasks.ts';
import type { UnitPage } from './form.ts';
import { framed, type Markup } from './frame.ts';
import { takenDown } from './taken-down.ts';

export type ReceiptPage = UnitPage & {
  key: string;
  hash: string;
  revision: number;
  receivedAt: number;
  /** True while this is the unit's newest revision. */
  newest: boolean;
  items: Item[];
  /** The tasks of which nothing was said. */
  empty: Task[];
  /** Milliseconds since 1970. */
  deadline: number;
  now: number;
  /** The draft that is no longer needed. */
  draft: string;
  /** That the letter was made of it, once it is compiled. */
  proof: Proof | undefined;
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
${receipt.empty.length > 0 ? emptyTasks(receipt.empty, { form: receipt.at, document: receipt.document }) : ''}
<dl class="facts">
<div><dt>Báo cáo</dt><dd>${receipt.report}, ${termInWords(receipt.month)}</dd></div>
<div><dt>Mã biên nhận</dt><dd><strong>${spokenCode(receipt.hash)}</strong>, lần ${receipt.revision} (đọc qua điện thoại)</dd></div>
</dl>
${receipt.newest ? whatComesNext(receipt) : ''}
<h2>Đã ghi nhận, theo lời ${receipt.document}</h2>
<p>So sánh theo số liệu đã phát hành đến lúc này.</p>
${takenDown(receipt.items)}
<details><summary>Mã đầy đủ</summary><dl class="facts">
<div><dt>Mã nộp</dt><dd><code>${receipt.key}</code></dd></div>
<div><dt>Mã kiểm tra nội dung</dt><dd><code>${receipt.hash.slice(0, 16)}</code></dd></div>
</dl></details>
${receipt.proof ? proofShown(receipt.proof, receipt.document) : ''}
<form method="post" action="${receipt.at}" class="acts no-print"><button type="button" data-print hidden>In biên nhận</button>
<input type="hidden" name="key" value="${receipt.key}"><input type="hidden" name="basedOn" value="0">
<button name="act" value="quit" class="secondary outline">Thoát khỏi máy này</button></form>`,
  });
}

function whatComesNext({ deadline, document, now, at }: ReceiptPage): Markup {
  if (now >= deadline) return html`<p>Kỳ báo cáo đã chốt; bản này được đưa vào ${document}.</p>`;
  return html`<h2>Việc tiếp theo</h2>
<p>Đơn vị không phải làm gì thêm. Biên nhận này cũng được gửi tới hộp thư của đơn vị. Trước ${inWords(deadline)} vẫn <a href="${at}">sửa và nộp lại</a> được; bản cuối cùng trước giờ ấy được đưa vào ${document}.</p>`;
}

/** To be kept by the unit, and checked by anybody who has it: the guide says how. */
function proofShown(proof: Proof, document: string): Markup {
  return html`<details><summary>Bằng chứng ${document} được lập từ bản này</summary>
<p>Giữ đoạn dưới đây cùng biên nhận. ${capitalised(document)} được lập từ ${proof.size} biên nhận; có đoạn này, ai cũng tính lại được rằng biên nhận của đơn vị là một trong số đó, đúng từng chữ. Cách tính có trong hướng dẫn, mục "Bằng chứng của biên nhận".</p>
<textarea rows="8" readonly data-copy aria-label="Bằng chứng">
${JSON.stringify(proof, null, 1)}</textarea></details>`;
}
