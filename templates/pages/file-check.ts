import { html } from 'hono/html';
import type { KnownFile } from '../../shared/domain/issuing/known-file.ts';
import { letterNamed } from '../../shared/domain/letter/letter-named.ts';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { framed, type Markup } from './frame.ts';

export type FileCheckPage = ToAsk & {
  /** What was typed for a hash. */
  typed?: string;
  /** What is known of the file; or what was wrong with the asking. */
  answer?: KnownFile | 'no hash' | 'nothing';
};

/** Where anybody asks whether a file is a letter of this office: it says that, which one, and whether it still stands. */
export function fileCheckPage({ department, contact, typed = '', answer }: FileCheckPage): string {
  const fault = typeof answer === 'string' ? faults[answer] : undefined;
  return framed({
    department,
    contact,
    title: 'Kiểm tra văn bản',
    scripted: true,
    main: html`${typeof answer === 'object' ? told(answer) : ''}
<p>Chọn tệp đã nhận, đúng như lúc nhận, để biết có phải văn bản do cơ quan này phát hành hay không. Tệp chỉ dùng để đối chiếu, không được giữ lại.</p>
<p data-in-browser hidden>Việc đối chiếu làm ngay trên máy này: tệp không được gửi đi.</p>
<form method="post" action="/kiem-tra" enctype="multipart/form-data" data-check-file>
<label for="file">Tệp PDF, DOCX hoặc XLSX</label>
<input id="file" name="file" type="file" accept=".pdf,.docx,.xlsx">
<label for="hash">Hoặc mã kiểm tra tệp (SHA-256), có trong thư gửi văn bản</label>
<input id="hash" name="hash" type="text" value="${typed}" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="200"${
      fault ? html` aria-invalid="true" aria-describedby="fault"` : ''
    }>
${fault ? html`<small id="fault" role="alert">${fault}</small>` : ''}
<button type="submit">Kiểm tra</button>
</form>`,
  });
}

const faults = {
  'no hash': 'Mã kiểm tra gồm 64 ký tự, chỉ có chữ số và các chữ từ a đến f. Hãy chép lại cả mã, hoặc chọn tệp.',
  nothing: 'Hãy chọn một tệp, hoặc nhập mã kiểm tra của tệp.',
};

function told(known: KnownFile): Markup {
  if (known.kind === 'unknown')
    return html`<article role="status"><p class="wanting"><strong>Không nhận ra tệp này.</strong></p>
<p>Tệp không giống văn bản nào đã phát hành ở đây: có thể tệp đã được mở ra lưu lại, đã bị sửa, hoặc do nơi khác phát hành. Hãy kiểm tra bằng chính tệp đính kèm thư đã nhận; nếu vẫn không nhận ra, đừng dùng tệp mà hãy hỏi cơ quan phát hành.</p></article>`;
  const { edition, file, recalled, replacedBy } = known;
  return html`<article role="status"><p class="good"><strong>Đúng là tệp đã phát hành.</strong></p>
<p>Tệp ${file.toUpperCase()} của ${letterNamed(edition)}, còn nguyên như lúc phát hành.</p>
${recalled ? html`<p class="bad"><strong>Đã bị thu hồi</strong>: không dùng ${documentInWords(edition.head.document)} này nữa.</p>` : ''}
${replacedBy ? html`<p class="wanting"><strong>Đã được thay thế</strong> bằng ${letterNamed(replacedBy)}; hãy dùng văn bản ấy.</p>` : ''}</article>`;
}
