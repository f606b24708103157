import { html } from 'hono/html';
import { heaviestSheet } from '../../../shared/domain/collection/weight.ts';
import { writeNumeral } from '../../../shared/domain/text/numeral.ts';
import { shortened } from '../../../shared/domain/text/shortened.ts';
import type { Markup } from '../frame.ts';

/**
 * Figures out of a spreadsheet, pasted; and figures and lists as a filled template. Nothing is handed in by it; the fields are filled.
 */
export function excelFields(at: string, { figures }: { figures: number }): Markup {
  return html`<details>
<summary>Điền từ Excel</summary>
${figures > 1 ? pastedFigures : ''}
<p><a href="${at}/template">Tải tệp mẫu Excel của đơn vị</a>, điền rồi chọn tệp ở đây:</p>
<label for="sheet">Tệp Excel đã điền (.xlsx)</label>
<input id="sheet" type="file" name="sheet" accept=".xlsx" data-most="${heaviestSheet}" aria-describedby="sheet.size">
<p id="sheet.size" aria-live="polite"></p>
<button name="act" value="upload" formenctype="multipart/form-data" class="secondary">Điền từ tệp</button>
</details>`;
}

const pastedFigures = html`<label for="pasted">Dán các ô chép từ Excel: tên chỉ tiêu và số liệu, hoặc cột số liệu theo đúng thứ tự dưới đây</label>
<textarea id="pasted" name="pasted" rows="3"></textarea>
<button name="act" value="paste" class="secondary">Điền số liệu đã dán</button>`;

/** A sheet of a workbook, what was found in it, and what its button fills in; no button where it is nothing. */
export type OfferedSheet = { name: string; told: string; unused: string[]; fills: string | undefined };

/** Of several sheets nobody knows which is meant. */
export function sheetsToChooseFrom(sheets: OfferedSheet[]): Markup {
  return html`<fieldset data-fills>
<legend>Tệp có ${sheets.length} trang tính. Lấy số liệu ở trang nào?</legend>
${sheets.map(
  ({ name, told, unused, fills }) => html`<h3>${name}</h3>
<p>${told}</p>
${unused.length > 0 ? unusedRows(unused, { open: false }) : ''}
${fills ? html`<button name="act" value="${fills}" class="secondary">Lấy trang “${name}”</button>` : ''}`,
)}
</fieldset>`;
}

/** As many rows as one would still read. */
const mostTold = 1_000;

/** Every row of a sheet that was not used. */
export function unusedRows(rows: string[], { open }: { open: boolean }): Markup {
  const more =
    rows.length > mostTold ? html`<li>… và ${writeNumeral(String(rows.length - mostTold))} dòng nữa</li>` : '';
  return html`<details${open ? html` open` : ''}><summary>Không dùng các dòng sau (${rows.length} dòng); hãy nhập tay nếu cần</summary>
<ul class="typed unused" tabindex="0">${rows.slice(0, mostTold).map(row => html`<li>${shortened(row, 300)}</li>`)}${more}</ul></details>`;
}
