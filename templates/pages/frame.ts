import { html } from 'hono/html';
import type { Contact, ToAsk } from '../../shared/domain/office/contact.ts';

/** What `hono/html` makes: text in which every value was escaped. */
export type Markup = ReturnType<typeof html>;

export type Frame = ToAsk & {
  title: string;
  /** What stands over the page, where it is not the title. */
  heading?: string;
  main: Markup | Markup[];
  /** Where one may go from here. */
  ways?: Way[];
  /** What of style only this page needs, by its name under /assets. */
  stylesheets?: string[];
  /** True for a page that is better with the form's script; it is complete without. */
  scripted?: boolean;
};

/** A link to another page of the same person. */
export type Way = { to: string; name: string };

/** A whole page. Every value in it is escaped; nothing in it comes from another site. */
export function framed({
  title,
  heading = title,
  department,
  contact,
  main,
  ways = [],
  stylesheets = [],
  scripted = false,
}: Frame): string {
  const markup = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}${department ? ` · ${department}` : ''}</title>
<link rel="stylesheet" href="/assets/pico.css">
<link rel="stylesheet" href="/assets/house.css">
${stylesheets.map(
  name => html`<link rel="stylesheet" href="/assets/${name}">
`,
)}<link rel="icon" href="data:,">
${scripted ? html`<script src="/assets/form.js" defer></script>` : ''}
</head>
<body>
<header><div class="container"><strong>${department ?? 'Tổng hợp'}</strong>
${ways.length > 0 ? html`<nav aria-label="Các trang"><ul>${ways.map(({ to, name }) => html`<li><a href="${to}">${name}</a></li>`)}</ul></nav>` : ''}</div></header>
<main class="container">
<h1>${heading}</h1>
${main}
</main>
${contact ? foot(contact) : ''}</body>
</html>
`;
  return String(markup);
}

function foot({ name, phone, mail }: Contact): Markup {
  return html`<footer class="container"><p>Cần hỏi, xin liên hệ <strong>${name}</strong>:${
    phone ? html` điện thoại <a href="tel:${dialled(phone)}">${phone}</a>,` : ''
  } thư <a href="mailto:${mail}">${mail}</a></p></footer>
`;
}

/** The number itself, without what parts it for the eye and without the extension. */
function dialled(phone: string): string {
  return (phone.split(/,? máy lẻ/)[0] ?? '').replace(/[^+\d]/g, '');
}
