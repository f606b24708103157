import { html } from 'hono/html';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import { framed } from './frame.ts';

/** For who comes without a link: where the link is. */
export function homePage(asked: ToAsk): string {
  return framed({
    title: 'Báo cáo định kỳ',
    ...asked,
    main: html`<p>Để nộp báo cáo, hãy mở đường dẫn trong thư đã gửi tới đơn vị. Cán bộ tổng hợp mở đường dẫn trong thư của mình.</p>
<ul>
<li><a href="/form">Tiếp tục biểu mẫu đang nhập trên máy này</a></li>
<li><a href="/board">Bảng tổng hợp</a></li>
</ul>`,
  });
}
