import { html, raw } from 'hono/html';
import type { Block, Letter, PhuLuc, Run } from '../../shared/domain/letter/letter.ts';
import type { FormHead } from '../../shared/domain/office/table.ts';
import { formLines } from './form-head.ts';
import { tableMarkup, tableStyle } from './html-table.ts';
import { annexName, fonts, layout, middleOfForm, type Orientation, textArea } from './layout.ts';
import { mark } from './mark.ts';
import { isPart } from './part.ts';

type Markup = ReturnType<typeof html>;

export type Shown = {
  /** Where the style sheet is served; without it the page carries its own and stands alone. */
  stylesheet?: string;
  /** Where the reader came from. */
  back?: { to: string; name: string };
  /** Where the figures are that its sentences tell of. */
  figures?: string;
};

/** The letter as a page: alone in the archive, or on the board. */
export function letterHtml(letter: Letter, { stylesheet, back, figures }: Shown = {}): string {
  return String(html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${letter.trichYeu}</title>
${stylesheet ? html`<link rel="stylesheet" href="${stylesheet}">` : html`<style>${raw(letterStyle)}</style>`}
</head>
<body>
${back ? html`<nav><a href="${back.to}">${back.name}</a></nav>` : ''}
${letter.banXemTruoc ? html`<p class="note">${letter.banXemTruoc}</p>` : ''}
<header>
<div class="agency"><p>${letter.coQuanChuQuan}</p><p><b>${letter.coQuanBanHanh}</b></p><hr class="short"></div>
<div class="nation"><p><b>${letter.quocHieu}</b></p><p><b class="motto">${letter.tieuNgu}</b></p></div>
<div><p>Số: <span class="number">${letter.soKyHieu.so ?? ''}</span>${letter.soKyHieu.kyHieu}</p>${letter.tenLoai ? '' : html`<p class="subject">${letter.trichYeu}</p>`}
${letter.doKhan ? html`<p class="urgency">${letter.doKhan}</p>` : ''}</div>
<div><p><i>${letter.diaDanh}</i></p></div>
</header>
${letter.tenLoai ? html`<div class="named"><h1>${letter.tenLoai}</h1><p><b>${letter.trichYeu}</b></p><hr class="short"></div>` : ''}
${addressees(letter.kinhGui)}
<main>${letter.body.map(one => blockMarkup(one, undefined, figures))}</main>
<footer>
<div class="recipients"><p><b><i>Nơi nhận:</i></b></p>${letter.noiNhan.map(line => html`<p>${line}</p>`)}
${letter.nguoiSoan ? html`<p>${letter.nguoiSoan.toUpperCase()}</p>` : ''}</div>
<div class="signer">${letter.quyenHan ? html`<p><b>${letter.quyenHan}</b></p>` : ''}<p><b>${letter.chucVu}</b></p><p class="name"><b>${letter.nguoiKy}</b></p></div>
</footer>
${letter.diaChi ? html`<address>${letter.diaChi}</address>` : ''}
${letter.phuLuc.map((annex, at) => annexMarkup(annex, annexName(letter, at)))}
</body>
</html>
`);
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

const { page, body, head } = layout;
/** How the letter looks on a screen, in the decree's measures. */
export const letterStyle = `
body { max-width: ${textArea('portrait').width}mm; margin: ${page.top}mm auto; padding: 0 5mm; font: ${body.size}pt/1.15 "${fonts.named}", ${fonts.embedded}, serif; color: #000; background: #fff; }
p { margin: 0; }
header { display: grid; grid-template-columns: ${head.left}fr ${head.right}fr; row-gap: 6pt; text-align: center; font-size: ${layout.coQuan.size}pt; }
.motto { font-size: ${layout.tieuNgu.size}pt; border-bottom: 1px solid; }
.short { width: 25%; margin: 2pt auto; border: 0; border-top: 1px solid; }
.number { display: inline-block; min-width: ${layout.soKyHieu.blank}mm; }
.subject { font-size: ${layout.trichYeu.size}pt; margin-top: ${layout.trichYeu.abovePoints}pt; }
.urgency { color: #c00000; border: 2px solid; display: inline-block; padding: 1mm 3mm; font-weight: bold; }
.to { text-align: center; margin: ${layout.kinhGui.abovePoints}pt 0; }
main p, main h2, section > p { text-align: justify; text-indent: ${body.indent}mm; margin: 0 0 ${body.betweenPoints}pt; font-size: ${body.size}pt; overflow-wrap: anywhere; }
footer { display: grid; grid-template-columns: 1fr 1fr; margin-top: 6pt; }
.recipients { font-size: ${layout.noiNhan.size}pt; }
.signer { text-align: center; }
.name { margin-top: ${layout.signature.gap}mm; }
address { font-style: normal; text-align: center; font-size: ${layout.diaChi.size}pt; border-top: 1px solid; margin-top: 10mm; }
section { margin-top: 20mm; }
section > p { text-align: center; text-indent: 0; text-wrap: balance; }
section > .of-table { text-align: left; font-size: ${layout.table.size}pt; }
main > .of-table { text-indent: 0; font-size: ${layout.table.size}pt; }
header, .named { text-wrap: balance; }
.named { text-align: center; margin: ${layout.tenLoai.abovePoints}pt 0 ${layout.tenLoai.belowPoints}pt; }
.named h1, .named p { font-size: ${layout.tenLoai.size}pt; margin: 0; }
h2.part { text-align: center; text-indent: 0; }
.form { display: grid; grid-template-columns: ${layout.form.left}fr ${middleOfForm}fr ${layout.form.right}fr; gap: 2mm; margin-bottom: 6pt; font-size: ${layout.form.size}pt; }
.form > :first-child > :first-child { font-weight: bold; }
.form > :nth-child(2) { text-align: center; }
.signatories { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; text-align: center; margin: 12pt 0 ${layout.form.gap}mm; font-size: ${layout.form.size}pt; break-inside: avoid; }
.note { border: 1px solid; padding: 2mm 4mm; margin-bottom: 10mm; white-space: pre-line; }
${tableStyle}
@page { size: A4; margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm; }
@page landscape { size: A4 landscape; }
@media print {
  nav { display: none; }
  body { max-width: none; margin: 0; padding: 0; }
  section { break-before: page; margin-top: 0; }
  section.landscape { page: landscape; }
  footer { break-inside: avoid; }
}
@media screen { section.landscape { width: min(${textArea('landscape').width}mm, 94vw); margin-left: 50%; transform: translateX(-50%); } }
`;
