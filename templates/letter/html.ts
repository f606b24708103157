import { html, raw } from 'hono/html';
import type { Block, Letter, PhuLuc, Run } from '../../shared/domain/letter/letter.ts';
import type { FormHead } from '../../shared/domain/office/table.ts';
import { formLines } from './form-head.ts';
import { letterStyle } from './html-style.ts';
import { tableMarkup } from './html-table.ts';
import { annexName, type Orientation } from './layout.ts';
import { mark } from './mark.ts';
import { isPart } from './part.ts';

type Markup = ReturnType<typeof html>;

/** The letter as a page that stands alone, as it is filed. */
export function letterHtml(letter: Letter): string {
  return String(html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${letter.trichYeu}</title>
<style>${raw(letterStyle)}</style>
</head>
<body>

${letter.banXemTruoc ? html`<p class="note">${letter.banXemTruoc}</p>` : ''}
${firstSheet(letter, html`<main>${letter.body.map(one => blockMarkup(one))}</main>`)}
${letter.phuLuc.map((annex, at) => annexMarkup(annex, annexName(letter, at)))}
</body>
</html>
`);
}

/**
 * The same within a page of ours: the letter and each of its annexes on a sheet of its own, each sentence of figures leading to where
 * those are told, under `figures`.
 */
export function letterSheets(letter: Letter, figures: string): Markup {
  const body = html`<div class="body">${letter.body.map(one => blockMarkup(one, undefined, figures))}</div>`;
  return html`<div class="sheet">${firstSheet(letter, body)}</div>
${letter.phuLuc.map((annex, at) => html`<div class="sheet ${annex.orientation ?? ''}">${annexMarkup(annex, annexName(letter, at))}</div>`)}`;
}

/** All but the annexes. */
function firstSheet(letter: Letter, body: Markup): Markup {
  return html`<header>
<div class="agency"><p>${letter.coQuanChuQuan}</p><p><b>${letter.coQuanBanHanh}</b></p><hr class="short"></div>
<div class="nation"><p><b>${letter.quocHieu}</b></p><p><b class="motto">${letter.tieuNgu}</b></p></div>
<div><p>Số: <span class="number">${letter.soKyHieu.so ?? ''}</span>${letter.soKyHieu.kyHieu}</p>${letter.tenLoai ? '' : html`<p class="subject">${letter.trichYeu}</p>`}
${letter.doKhan ? html`<p class="urgency">${letter.doKhan}</p>` : ''}</div>
<div><p><i>${letter.diaDanh}</i></p></div>
</header>
${letter.tenLoai ? html`<div class="named"><h1>${letter.tenLoai}</h1><p><b>${letter.trichYeu}</b></p><hr class="short"></div>` : ''}
${addressees(letter.kinhGui)}
${body}
<footer>
<div class="recipients"><p><b><i>Nơi nhận:</i></b></p>${letter.noiNhan.map(line => html`<p>${line}</p>`)}
${letter.nguoiSoan ? html`<p>${letter.nguoiSoan.toUpperCase()}</p>` : ''}</div>
<div class="signer">${letter.quyenHan ? html`<p><b>${letter.quyenHan}</b></p>` : ''}<p><b>${letter.chucVu}</b></p><p class="name"><b>${letter.nguoiKy}</b></p></div>
</footer>
${letter.diaChi ? html`<address>${letter.diaChi}</address>` : ''}`;
}

/** An annex, on a page of its own when it is printed; a statistical form has its head and its foot. */
function annexMarkup({ tieuDe, kemTheo, body, orientation, form }: PhuLuc, name: string) {
  const title = html`<p><b>${tieuDe}</b></p>`;
  const under = html`<p><i>${kemTheo}</i></p>`;
  return html`<section class="${orientation ?? 'portrait'}"><p><b>${name}</b></p>
${form ? html`${under}${formHead(form, title)}` : html`${title}${under}`}
${body.map(one => blockMarkup(one, orientation))}
${form?.foot?.length ? html`<div class="signatories">${form.foot.map(words => html`<p><b>${words}</b></p>`)}</div>` : ''}</section>`;
}

/** The head of a form: its number left, the title in the middle, who reports to whom right. */
function formHead(form: FormHead, title: Markup) {
  const { left, middle, right } = formLines(form);
  const beside = (lines: string[]) => html`<div>${lines.map(line => html`<p>${line}</p>`)}</div>`;
  return html`<div class="form">${beside(left)}<div>${title}${middle.map(line => html`<p><i>${line}</i></p>`)}</div>${beside(right)}</div>`;
}

function addressees(names: string[]) {
  if (names.length === 0) return '';
  if (names.length === 1) return html`<p class="to">Kính gửi: ${names[0]}</p>`;
  const last = names.length - 1;
  return html`<div class="to"><p>Kính gửi:</p>${names.map((name, at) => html`<p>- ${name}${at === last ? '.' : ';'}</p>`)}</div>`;
}

/** A paragraph or a table of the letter, for its own page and for whoever shows a part of it. */
export function blockMarkup(one: Block, orientation?: Orientation, figures?: string) {
  if (one.kind === 'table') return tableMarkup(one, orientation);
  const words = one.runs.map(each => run(each, figures));
  if (one.kind === 'heading') return html`<h2${isPart(one.runs) ? html` class="part"` : ''}>${words}</h2>`;
  if (one.kind === 'basis') return html`<p><i>${words}</i></p>`;
  return html`<p>${mark[one.kind]}${words}</p>`;
}

function run({ text, bold, italic, missing, figure }: Run, figures: string | undefined) {
  const said = missing ? html`<mark>${text}</mark>` : html`${text}`;
  const led = figure && figures ? html`<a id="${figure}" href="${figures}/${figure}">${said}</a>` : said;
  const words = italic ? html`<i>${led}</i>` : led;
  return bold ? html`<b>${words}</b>` : words;
}
