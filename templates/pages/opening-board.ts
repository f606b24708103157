import { html } from 'hono/html';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import { framed } from './frame.ts';

export type OpeningPage = ToAsk & {
  action: string;
  /** True where nobody has asked for the link in this browser. */
  asksCode: boolean;
  /** True when the code that was typed is not the mail's. */
  wrong?: boolean;
};

/** What a link to sign in opens: one button; in a browser that has not asked for it, also the code that stands in the mail. */
export function openingBoardPage({ action, asksCode, wrong = false, ...asked }: OpeningPage): string {
  return framed({
    ...asked,
    title: `${wrong ? 'Lỗi: ' : ''}Bảng tổng hợp`,
    heading: 'Bảng tổng hợp',
    main: html`${wrong ? html`<article role="alert">Mã không đúng với thư này. Hãy xem lại mã 6 chữ số trong đúng thư vừa mở; sai nhiều lần thì <a href="/sign-in">xin đường dẫn khác</a>.</article>` : ''}
<p>${asksCode ? 'Đường dẫn này đang mở ở máy hoặc trình duyệt khác nơi đã xin. Nhập mã 6 chữ số ghi trong thư rồi bấm nút dưới đây.' : 'Bấm nút dưới đây để mở bảng tổng hợp.'} Đường dẫn trong thư dùng được một lần.</p>
<form method="post" action="${action}">${
      asksCode
        ? html`<label for="code">Mã trong thư</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required pattern="[0-9]{3}[ .\\-]?[0-9]{3}"${wrong ? html` aria-invalid="true"` : ''}>`
        : ''
    }<button type="submit">Mở bảng tổng hợp</button></form>`,
  });
}
