import { html } from 'hono/html';

export const signOut = html`<form method="post" action="/sign-out" class="row"><button class="secondary outline" type="submit">Đăng xuất</button></form>`;
