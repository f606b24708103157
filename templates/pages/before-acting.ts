import { html } from 'hono/html';
import { dateInDigits } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { Numbered } from '../../shared/domain/compilation/passage.ts';
import { numberPrinted } from '../../shared/domain/issuing/numbers.ts';
import { isNumberedSigned } from '../../shared/domain/issuing/signing.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import type { OwingUnit, Period } from '../../shared/domain/office/period.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { waysFrom } from './board/ways.ts';
import { framed, type Markup, type Way } from './frame.ts';

/** What will be, said before it is done: a page of its own, so that it is asked without a script too. */
export type BeforeActing = { department: string; period: Period };

type BeforePassing = BeforeActing & {
  edition: Edition;
  /** The number it is to be given. */
  numbered?: Numbered | undefined;
  /** Whether it then goes to whom it is for. */
  goes: boolean;
};

/** Before a held letter goes: which edition, to whom, and what it lacks. */
export function beforeReleasePage({ department, period, edition }: BeforeActing & { edition: Edition }): string {
  const { number, head, addressees, missing } = edition;
  const document = documentInWords(head.document);
  return beforeActing({ department, period }, `Phát hành ${document} bản ${number}?`, [
    html`<ul>
<li>${capitalised(document)} đi ngay tới ${addressees.length} địa chỉ: ${addressees.map(({ address }) => address).join('; ')}.</li>
${missing.length > 0 ? html`<li>Còn thiếu ${missing.length}/${period.units.length} đơn vị (${missing.map(({ name }) => name).join('; ')}): phần ấy ghi "chưa có số liệu báo cáo". Các đơn vị này không nộp thêm, không được gia hạn nữa.</li>` : ''}
<li>Đã gửi thì không rút lại được. <a href="${addressOf(period)}/${number}/pdf">Xem bản ${number} (PDF)</a> trước khi phát hành.</li>
</ul>`,
    html`<form method="post" action="${addressOf(period)}/release" class="acts"><input type="hidden" name="edition" value="${number}">
<button type="submit">Phát hành ${document} bản ${number}</button></form>`,
  ]);
}

/** Before all that a unit was given to come in by is taken from it. */
export function beforeRevocationPage({ department, period, unit }: BeforeActing & { unit: OwingUnit }): string {
  return beforeActing({ department, period }, `Thu hồi đường dẫn của ${unit.name}?`, [
    html`<ul>
<li>Mọi đường dẫn đã gửi cho ${unit.name} (${unit.mail.join('; ')}) và mọi phiên đang mở hết hiệu lực ngay, kể cả của người đang nhập dở.</li>
<li>Bản đã nộp và bản nháp đã lưu còn nguyên.</li>
<li>Đơn vị chỉ vào lại được khi có đường dẫn mới: thu hồi xong, bấm Gửi lại đường dẫn.</li>
</ul>`,
    html`<form method="post" action="${addressOf(period)}/revoke" class="acts"><input type="hidden" name="unit" value="${unit.id}">
<button type="submit">Thu hồi đường dẫn của ${unit.name}</button></form>`,
  ]);
}

/** Before a draft is given its number, or goes to whom it is for by its last step: neither is taken back. */
export function beforePassingPage({ department, period, edition, numbered, goes }: BeforePassing): string {
  const { number, turn = 0, passage, head, files, addressees, missing } = edition;
  const document = documentInWords(head.document);
  const so = numbered && `${numberPrinted(numbered.number)}${head.kyHieu}`;
  const what = numbered ? 'Cấp số' : passage?.stands === 'approval' ? 'Duyệt và phát hành' : 'Phát hành';
  const acts = numbered ? 'number' : passage?.stands === 'approval' ? 'approve' : 'pass';
  const title = so ? `Cấp số ${so}, ngày ${dateInDigits(numbered.date)}?` : `${what} ${document}?`;
  return beforeActing({ department, period, back: { to: '/issuing', name: 'Không làm gì, về dự thảo' } }, title, [
    html`<ul>
${numbered ? html`<li>Số và ngày ${isNumberedSigned(passage?.steps ?? []) ? `do văn thư ghi vào ${document} đã ký, ở bước đóng dấu số` : `được in vào ${document}`}. Đã cấp thì không rút lại, không đổi được.</li>` : ''}
${goes ? html`<li>${capitalised(document)} đi ngay tới ${addressees.length} địa chỉ: ${addressees.map(({ address }) => address).join('; ')}. Đã gửi thì không rút lại được.</li>` : ''}
${missing.length > 0 ? html`<li>Còn thiếu ${missing.length}/${period.units.length} đơn vị (${missing.map(({ name }) => name).join('; ')}).</li>` : ''}
<li><a href="${addressOf(period)}/${number}/pdf">Xem lại dự thảo, bản ${number} (PDF)</a> trước khi bấm.</li>
</ul>`,
    html`<form method="post" action="${addressOf(period)}/issuing/${acts}" class="acts">
<input type="hidden" name="pdf" value="${files.pdf.sha256}"><input type="hidden" name="turn" value="${turn}">
${numbered ? html`<input type="hidden" name="number" value="${numbered.number}">` : ''}
<button type="submit">${so ? `Cấp số ${so}` : `${what} ${document}`}</button></form>`,
  ]);
}

/** Asks before an act: what will be, the button that does it, and the way back. */
export function beforeActing(
  { department, period, back = { to: '', name: 'Không làm gì, về kỳ báo cáo' } }: BeforeActing & { back?: Way },
  title: string,
  main: Markup[],
): string {
  return framed({
    title: `${title} (${termInWords(period.month)})`,
    heading: title,
    department,
    ways: waysFrom(period),
    main: [...main, html`<p><a href="${addressOf(period)}${back.to}">${back.name}</a></p>`],
  });
}

function addressOf({ report, month }: Period): string {
  return `/board/${report}/${month}`;
}
