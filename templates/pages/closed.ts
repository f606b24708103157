import { html } from 'hono/html';
import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Item } from '../../shared/domain/letter/items.ts';
import type { ProblemDetails } from '../../shared/domain/problem.ts';
import type { UnitPage } from './form.ts';
import { framed, type Markup } from './frame.ts';
import { takenDown } from './taken-down.ts';

export type ClosedPage = UnitPage & {
  deadline: number;
  /**
   * Whether what was handed in is in the letter; `outside` when it could only be closed after that was compiled, `awaited` while it
   * is not closed yet, so that nobody knows.
   */
  standing: 'inside' | 'outside' | 'awaited';
  /** What was handed in; undefined when nothing was. */
  handedIn: { revision: number; receivedAt: number; items: Item[] } | undefined;
  /** What was typed and came too late, to be copied. */
  late: string | undefined;
  problem?: ProblemDetails;
};

/** A period that was closed: what is in the letter, and what is not, so that it can be copied. */
export function closedPage({ standing, handedIn, late, problem, deadline, ...page }: ClosedPage): string {
  return framed({
    title: `${page.report}, ${termInWords(page.month)}`,
    department: page.department,
    contact: page.contact,
    ways: [
      { to: `${page.at}/history`, name: 'Các lần đã nộp' },
      ...(standing === 'inside' && handedIn ? [{ to: `${page.at}/correct`, name: 'Đề nghị đính chính' }] : []),
    ],
    scripted: true,
    main: [
      html`<p><strong>${page.unit}</strong></p>`,
      problem
        ? html`<article role="alert"><h2>${problem.title}</h2><p>${problem.detail}</p></article>`
        : html`<p role="status">${standing === 'awaited' ? `Đã hết hạn nộp lúc ${inWords(deadline)}; hệ thống đang chốt kỳ.` : `Kỳ báo cáo đã chốt lúc ${inWords(deadline)}.`}</p>`,
      late
        ? html`<label for="late">Nội dung chưa được nhận, để sao chép</label>
<textarea id="late" rows="12" readonly data-copy>
${late}</textarea>`
        : html``,
      handedIn
        ? html`${explained(standing, page.document)}<h2>${headed(standing, page.document)}: bản nộp lần ${handedIn.revision}, lúc ${inWords(handedIn.receivedAt)}</h2>
${takenDown(handedIn.items)}`
        : html`<p>Đơn vị không có bản nộp nào trong kỳ này.</p>`,
    ],
  });
}

function headed(standing: ClosedPage['standing'], document: string): string {
  if (standing === 'awaited') return 'Đã nhận, chưa chốt';
  return standing === 'inside' ? `Đã đưa vào ${document}` : `Không có trong ${document}`;
}

function explained(standing: ClosedPage['standing'], document: string): Markup | string {
  if (standing === 'inside') return '';
  if (standing === 'awaited')
    return html`<p>Bản nộp dưới đây đã được nhận trước hạn. Có trong ${document} hay không thì chốt xong mới biết: hãy mở lại trang này sau mười phút.</p>`;
  return html`<p class="bad">Lúc lập ${document}, hệ thống không chốt được bản nộp của đơn vị, nên ${document} ghi đơn vị như chưa nộp. Phòng tổng hợp đã được báo và có nội dung dưới đây; hãy liên hệ nếu cần bổ sung.</p>`;
}
