import { html } from 'hono/html';
import { framed } from './frame.ts';

/** For who comes without a link: where the link is. */
export function homePage(department: string): string {
  return framed({
    title: 'Báo cáo định kỳ',
    department,
    main: html`<p>Để nộp báo cáo, hãy mở đường dẫn trong thư đã gửi tới đơn vị. Cán bộ tổng hợp mở đường dẫn trong thư của mình.</p>
<ul>
<li><a href="/form">Tiếp tục biểu mẫu đang nhập trên máy này</a></li>
<li><a href="/board">Bảng tổng hợp</a></li>
</ul>`,
  });
}
