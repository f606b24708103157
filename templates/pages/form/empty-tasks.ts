import { html } from 'hono/html';
import type { Task } from '../../../shared/domain/office/task.ts';
import { capitalised } from '../../../shared/domain/text/capitalised.ts';
import type { Markup } from '../frame.ts';

/** The tasks of which nothing is said, each with the way to its field; `form` is the address of the form that is to be mended. */
export function emptyTasks(empty: Task[], { form, document }: { form: string; document: string }): Markup {
  return html`<article class="asking"><h2>Còn ${empty.length} nhiệm vụ chưa có kết quả</h2>
<ul>${empty.map(({ id, text }) => html`<li><a href="${form}#outcomes.${id}">${text}</a></li>`)}</ul>
<p>${capitalised(document)} ghi các nhiệm vụ này là chưa có báo cáo. Trong kỳ không có gì để báo cáo thì chọn "không phát sinh" ở Tiến độ.</p></article>`;
}
