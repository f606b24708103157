import { html } from 'hono/html';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import type { ProblemDetails } from '../../shared/domain/problem.ts';
import { framed } from './frame.ts';

export type SignInPage = ToAsk & {
  /** Where to go once signed in. */
  to: string;
  /** True when a link was asked for: the page says the same whoever asked. */
  asked?: boolean;
  /** Why one has to sign in, when something was refused. */
  refused?: Pick<ProblemDetails, 'type' | 'title' | 'detail'>;
};

/** Where staff ask for a link by mail: there are no passwords. */
export function signInPage({ to, asked = false, refused, department, contact }: SignInPage): string {
  return framed({
    department,
    contact,
    title: 'Đăng nhập bảng tổng hợp',
    main: html`${refused ? html`<article role="${isWrong(refused) ? 'alert' : 'status'}"><strong>${refused.title}.</strong> ${refused.detail}</article>` : ''}
${
  asked
    ? html`<article role="status">Nếu đây là địa chỉ thư của cán bộ đã khai trong hệ thống, một thư có đường dẫn đăng nhập sẽ tới trong ít phút. Đường dẫn dùng được một lần, trong 15 phút; mở ngay trên máy này thì chỉ cần bấm nút, mở ở máy khác thì nhập thêm mã ghi trong thư. Không thấy thư, hãy xem mục thư rác hoặc hỏi cán bộ kỹ thuật.</article>`
    : ''
}
<form method="post" action="/sign-in">
<input type="hidden" name="to" value="${to}">
<label for="address">Địa chỉ thư công vụ</label>
<input id="address" name="address" type="email" autocomplete="email" required aria-describedby="how">
<small id="how">Chúng tôi gửi tới đó một đường dẫn để đăng nhập; không cần mật khẩu.</small>
<button type="submit">Gửi đường dẫn cho tôi</button>
</form>`,
  });
}

/** Who comes for the first time has done nothing wrong. */
function isWrong({ type }: Pick<ProblemDetails, 'type'>): boolean {
  return type !== 'no-staff-session';
}
