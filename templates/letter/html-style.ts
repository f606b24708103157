import { tableStyle } from './html-table.ts';
import { fonts, layout, middleOfForm, textArea } from './layout.ts';

const { page, body, head } = layout;
const type = `${body.size}pt/1.15 "${fonts.named}", ${fonts.embedded}, serif`;

/** How the parts of a letter look, in the decree's measures; `on` says where its selectors stand. */
const parts = (on: (selectors: string) => string) => `${on('p')} { margin: 0; }
${on('header')} { display: grid; grid-template-columns: ${head.left}fr ${head.right}fr; row-gap: 6pt; text-align: center; font-size: ${layout.coQuan.size}pt; }
${on('.motto')} { font-size: ${layout.tieuNgu.size}pt; border-bottom: 1px solid; }
${on('.short')} { width: 25%; margin: 2pt auto; border: 0; border-top: 1px solid; }
${on('.number')} { display: inline-block; min-width: ${layout.soKyHieu.blank}mm; }
${on('.subject')} { font-size: ${layout.trichYeu.size}pt; margin-top: ${layout.trichYeu.abovePoints}pt; }
${on('.urgency')} { color: #c00000; border: 2px solid; display: inline-block; padding: 1mm 3mm; font-weight: bold; }
${on('.to')} { text-align: center; margin: ${layout.kinhGui.abovePoints}pt 0; }
${on('main p, main h2, section > p')} { text-align: justify; text-indent: ${body.indent}mm; margin: 0 0 ${body.betweenPoints}pt; font-size: ${body.size}pt; overflow-wrap: anywhere; }
${on('footer')} { display: grid; grid-template-columns: 1fr 1fr; margin-top: 6pt; }
${on('.recipients')} { font-size: ${layout.noiNhan.size}pt; }
${on('.signer')} { text-align: center; }
${on('.name')} { margin-top: ${layout.signature.gap}mm; }
${on('address')} { font-style: normal; text-align: center; font-size: ${layout.diaChi.size}pt; border-top: 1px solid; margin-top: 10mm; }
${on('section')} { margin-top: 20mm; }
${on('section > p')} { text-align: center; text-indent: 0; text-wrap: balance; }
${on('section > .of-table')} { text-align: left; font-size: ${layout.table.size}pt; }
${on('main > .of-table')} { text-indent: 0; font-size: ${layout.table.size}pt; }
${on('header, .named')} { text-wrap: balance; }
${on('.named')} { text-align: center; margin: ${layout.tenLoai.abovePoints}pt 0 ${layout.tenLoai.belowPoints}pt; }
${on('.named h1, .named p')} { font-size: ${layout.tenLoai.size}pt; margin: 0; }
${on('h2.part')} { text-align: center; text-indent: 0; }
${on('.form')} { display: grid; grid-template-columns: ${layout.form.left}fr ${middleOfForm}fr ${layout.form.right}fr; gap: 2mm; margin-bottom: 6pt; font-size: ${layout.form.size}pt; }
${on('.form > :first-child > :first-child')} { font-weight: bold; }
${on('.form > :nth-child(2)')} { text-align: center; }
${on('.signatories')} { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; text-align: center; margin: 12pt 0 ${layout.form.gap}mm; font-size: ${layout.form.size}pt; break-inside: avoid; }
${on('.note')} { border: 1px solid; padding: 2mm 4mm; margin-bottom: 10mm; white-space: pre-line; }
${tableStyle}
@page { size: A4; margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm; }
@page landscape { size: A4 landscape; }
`;

/** How the letter looks as a page of its own. */
export const letterStyle = `
body { max-width: ${textArea('portrait').width}mm; margin: ${page.top}mm auto; padding: 0 5mm; font: ${type}; color: #000; background: #fff; }
${parts(selectors => selectors)}@media print {
  nav { display: none; }
  body { max-width: none; margin: 0; padding: 0; }
  section { break-before: page; margin-top: 0; }
  section.landscape { page: landscape; }
  footer { break-inside: avoid; }
}
@media screen { section.landscape { width: min(${textArea('landscape').width}mm, 94vw); margin-left: 50%; transform: translateX(-50%); } }
`;

const onSheet = (selectors: string) =>
  selectors
    .split(', ')
    .map(each => `.sheet ${each.replace(/^main\b/, '.body')}`)
    .join(', ');

/** How it looks on sheets within a page of ours: white paper also in the dark; on a phone what stands side by side comes one below the other. */
export const sheetStyle = `
.sheet { max-width: ${textArea('portrait').width}mm; box-sizing: content-box; margin: 1.5rem auto; padding: 10mm 5mm; border: 1px solid #888; font: ${type}; color: #000; background: #fff; color-scheme: only light; --pico-color: #000; }
.sheet.landscape { max-width: ${textArea('landscape').width}mm; }
${parts(onSheet)}.sheet section { margin: 0; }
.sheet :is(h1, h2) { color: inherit; font-family: inherit; line-height: inherit; }
.sheet a { color: inherit; }
.sheet mark { color: inherit; background: #ffee58; padding: 0; }
.sheet .table table { display: table; margin: 0; }
.sheet .table th, .sheet .table td { color: inherit; background: none; }
@media screen { .sheet a { text-decoration: underline dotted #777; } }
@media screen and (max-width: 40rem) {
  .sheet header, .sheet footer, .sheet .form { grid-template-columns: minmax(0, 1fr); text-align: center; }
  .sheet .signatories { grid-auto-flow: row; row-gap: 5mm; }
  .sheet .recipients { order: 1; margin-top: 5mm; text-align: start; }
}
@media print {
  .sheet { max-width: none; padding: 0; border: 0; }
  .sheet .table table { min-width: 0; }
  .sheet + .sheet { break-before: page; }
  .sheet.landscape { page: landscape; }
  .sheet footer { break-inside: avoid; }
}
`;
