import { html } from 'hono/html';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import { framed } from './frame.ts';

/** For who comes without a link: where the link is; `left` for who has just left a form. */
export function homePage(asked: ToAsk, left: boolean): string {
  return framed({
    title: 'Báo cáo định kỳ',
    ...asked,
    main: html`${left ? html`<p role="status" class="good">Đã thoát khỏi biểu mẫu trên máy này; trên máy không còn giữ gì. Muốn vào lại, hãy mở đường dẫn trong thư của đơn vị.</p>` : ''}
<p>Để nộp báo cáo, hãy mở đường dẫn trong thư đã gửi tới đơn vị. Cán bộ tổng hợp mở đường dẫn trong thư của mình.</p>
<ul>
<li><a href="/form">Tiếp tục biểu mẫu đang nhập trên máy này</a></li>
<li><a href="/board">Bảng tổng hợp</a></li>
<li><a href="/kiem-tra">Kiểm tra văn bản đã phát hành</a></li>
</ul>`,
  });
}
