import { html } from 'hono/html';
import { heaviestSheet } from '../../../shared/domain/collection/weight.ts';
import type { Markup } from '../frame.ts';

/** Figures out of a spreadsheet: pasted, or as a filled template. Nothing is handed in by it; the fields are filled. */
export function excelFields(at: string): Markup {
  return html`<details>
<summary>Điền từ Excel</summary>
<label for="pasted">Dán các ô chép từ Excel: tên chỉ tiêu và số liệu, hoặc cột số liệu theo đúng thứ tự dưới đây</label>
<textarea id="pasted" name="pasted" rows="3"></textarea>
<button name="act" value="paste" class="secondary">Điền số liệu đã dán</button>
<p><a href="${at}/template">Tải tệp mẫu Excel của đơn vị</a>, điền rồi chọn tệp ở đây:</p>
<label for="sheet">Tệp Excel đã điền (.xlsx)</label>
<input id="sheet" type="file" name="sheet" accept=".xlsx" data-most="${heaviestSheet}" aria-describedby="sheet.size">
<p id="sheet.size" aria-live="polite"></p>
<button name="act" value="upload" formenctype="multipart/form-data" class="secondary">Điền từ tệp</button>
</details>`;
}
