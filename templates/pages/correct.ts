import { html } from 'hono/html';
import { type Term, termInWords } from '../../shared/domain/calendar/term.ts';
import { type Correctable, type Correction, mostCorrections } from '../../shared/domain/collection/correction.ts';
import { longest } from '../../shared/domain/collection/longest.ts';
import type { Contact } from '../../shared/domain/office/contact.ts';
import { longestLine } from '../../shared/domain/text/line.ts';
import { correctionsList } from './corrections-list.ts';
import { framed, type Markup, type Way } from './frame.ts';

export type CorrectPage = {
  department: string;
  contact?: Contact | undefined;
  report: string;
  document: string;
  month: Term;
  unit: string;
  /** The address of this page. */
  at: string;
  back: Way;
  /** What of the unit's part can be corrected. */
  correctable: Correctable[];
  /** What was asked for so far, and of which the letter that takes the place of the first is made. */
  corrections: Correction[];
  bundled: ReadonlySet<Correction>;
  /** What is asked for now. */
  chosen?: { field: string; after: string; reason: string; wrong: string[] } | undefined;
  /** The number of the correction that was just asked for. */
  asked?: number | undefined;
};

/** Where a unit, or staff in its place, asks to have something corrected that a letter said: choose what, say what and why. */
export function correctPage(shown: CorrectPage): string {
  const { department, contact, report, month, unit, back, correctable, corrections, chosen } = shown;
  const one = correctable.find(({ field }) => field === chosen?.field);
  return framed({
    title: `Đề nghị đính chính, ${report}, ${termInWords(month)}`,
    department,
    contact,
    ways: [one ? { to: shown.at, name: 'Chọn mục khác' } : back],
    main: [
      html`<p><strong>${unit}</strong></p>`,
      shown.asked
        ? html`<article role="status">Đã gửi đề nghị ${shown.asked}. Cán bộ tổng hợp được báo bằng thư; đơn vị nhận thư trả lời.</article>`
        : html``,
      one && chosen ? form(shown, one, chosen) : choice(shown),
      corrections.length > 0 ? html`<h2>Đề nghị đã gửi</h2>${correctionsList(corrections, shown.bundled)}` : html``,
    ],
  });
}

function choice({ at, document, correctable, corrections }: CorrectPage): Markup {
  if (corrections.length >= mostCorrections)
    return html`<p>Đã gửi ${mostCorrections} đề nghị trong kỳ này, không gửi thêm được; hãy liên hệ phòng tổng hợp.</p>`;
  return html`<p>Chọn mục cần sửa trong ${document} đã phát hành. Số liệu đã phát hành không đổi ngay: cán bộ tổng hợp xem xét, chấp nhận thì có ${document} thay thế.</p>
<table class="cards"><thead><tr><th scope="col">Mục</th><th scope="col">Đã nộp</th><th scope="col"></th></tr></thead>
<tbody>${correctable.map(
    ({
      field,
      label,
      before,
    }) => html`<tr><th scope="row">${label}</th><td data-name="Đã nộp"><span class="typed">${before || '(chưa có)'}</span></td>
<td><a href="${at}?field=${encodeURIComponent(field)}" aria-label="Sửa ${label}">Sửa</a></td></tr>`,
  )}</tbody></table>`;
}

function form({ at }: CorrectPage, one: Correctable, chosen: NonNullable<CorrectPage['chosen']>): Markup {
  const { wrong } = chosen;
  const faulty = wrong.length > 0 ? html` aria-describedby="faults"` : '';
  const isFigure = one.field.startsWith('figures.');
  return html`${wrong.length > 0 ? html`<article role="alert" id="faults">Chưa gửi đề nghị. Hãy sửa rồi gửi lại:<ul>${wrong.map(each => html`<li>${each}</li>`)}</ul></article>` : ''}
<form method="post" action="${at}">
<h2>${one.label}</h2>
<p>Đã nộp: <span class="typed">${one.before || '(chưa có)'}</span></p>
<input type="hidden" name="field" value="${one.field}">
<label for="after">${isFigure ? 'Số đúng' : `Nội dung đúng (tối đa ${longest.narrative} ký tự)`}</label>
${
  isFigure
    ? html`<input id="after" name="after" inputmode="decimal" required value="${chosen.after}"${faulty}>`
    : html`<textarea id="after" name="after" rows="6" required${faulty}>
${chosen.after}</textarea>`
}
<label for="reason">Lý do (tối đa ${longestLine} ký tự)</label>
<input id="reason" name="reason" required value="${chosen.reason}"${faulty}>
<button type="submit">Gửi đề nghị đính chính</button></form>`;
}

/** The same as its address asks for it: with the form for one `field`, or with which correction was just `asked` for. */
export function correctPageAsked(shown: CorrectPage, { field, asked }: { field?: string; asked?: string }): string {
  const before = shown.correctable.find(each => each.field === field)?.before ?? '';
  const chosen = field === undefined ? undefined : { field, after: before, reason: '', wrong: [] };
  return correctPage({ ...shown, chosen, asked: Number(asked) || undefined });
}
