import { html } from 'hono/html';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { isRecalled } from '../../shared/domain/compilation/recall.ts';
import { letterNamed } from '../../shared/domain/letter/letter-named.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { longestLine } from '../../shared/domain/text/line.ts';
import { type BeforeActing, beforeActing } from './before-acting.ts';
import { marked, said } from './faulty.ts';

export type BeforeRecall = BeforeActing & {
  edition: Edition;
  /** What was typed for a reason, and what was wrong with it. */
  typed?: string;
  wrong?: string;
};

/** Before a letter that went out is recalled, or one that is recalled stands again: what that does, and why it is done. */
export function beforeRecallPage({ department, period, edition, typed = '', wrong }: BeforeRecall): string {
  const document = documentInWords(edition.head.document);
  const recalled = isRecalled(edition);
  const faults = wrong ? [{ field: 'reason', message: wrong }] : [];
  const does = recalled
    ? { title: `Không thu hồi ${document} nữa?`, button: `Không thu hồi ${document} nữa`, decided: 'stands' }
    : { title: `Thu hồi ${document} đã phát hành?`, button: `Thu hồi ${document}`, decided: 'recalled' };
  return beforeActing({ department, period }, does.title, [
    html`<ul>
<li>${capitalised(letterNamed(edition))}.</li>
${
  recalled
    ? html`<li>Ai đã được báo thu hồi thì nhận một thư báo ${document} vẫn được sử dụng; ai chưa được báo thì không nhận gì.</li>`
    : html`<li>Mỗi nơi đã nhận ${document} nhận một thư báo thu hồi, có lý do dưới đây. Nơi nhận lấy theo sổ thư của lần phát hành, không theo danh sách hôm nay.</li>
<li>Trang kiểm tra văn bản và bảng tổng hợp ghi là đã thu hồi. Tệp đã phát hành vẫn lưu, không xóa.</li>
<li>Số liệu đã phát hành vẫn dùng để so sánh ở kỳ sau.</li>`
}
</ul>`,
    html`<form method="post" action="/board/${period.report}/${period.month}/recall">
<input type="hidden" name="decided" value="${does.decided}">
<label for="reason">Lý do, ghi trong thư và nhật ký (tối đa ${longestLine} ký tự)</label>
<input id="reason" name="reason" required value="${typed}"${marked('reason', faults)}>
${said('reason', faults)}
<button type="submit">${does.button}</button></form>`,
  ]);
}
