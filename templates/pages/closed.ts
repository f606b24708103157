import { html } from 'hono/html';
import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Item } from '../../shared/domain/letter/items.ts';
import type { ProblemDetails } from '../../shared/domain/problem.ts';
import type { UnitPage } from './form.ts';
import { framed } from './frame.ts';
import { takenDown } from './taken-down.ts';

export type ClosedPage = UnitPage & {
  deadline: number;
  /** True when it could only be closed after the letter was compiled, and so is in none. */
  outside: boolean;
  /** What is in the letter; undefined when nothing was handed in. */
  inLetter: { revision: number; receivedAt: number; items: Item[] } | undefined;
  /** What was typed and came too late, to be copied. */
  late: string | undefined;
  problem?: ProblemDetails;
};

/** A period that was closed: what is in the letter, and what is not, so that it can be copied. */
export function closedPage({ outside, inLetter, late, problem, deadline, ...page }: ClosedPage): string {
  return framed({
    title: `${page.report}, ${termInWords(page.month)}`,
    department: page.department,
    contact: page.contact,
    ways: [{ to: `${page.at}/history`, name: 'Các lần đã nộp' }],
    scripted: true,
    main: [
      html`<p><strong>${page.unit}</strong></p>`,
      problem
        ? html`<article role="alert"><h2>${problem.title}</h2><p>${problem.detail}</p></article>`
        : html`<p role="status">Kỳ báo cáo đã chốt lúc ${inWords(deadline)}.</p>`,
      late
        ? html`<label for="late">Nội dung chưa được nhận, để sao chép</label>
<textarea id="late" rows="12" readonly data-copy>
${late}</textarea>`
        : html``,
      inLetter
        ? html`${outside ? outsideOfIt : ''}<h2>${outside ? 'Không có trong công văn' : 'Đã đưa vào công văn'}: bản nộp lần ${inLetter.revision}, lúc ${inWords(inLetter.receivedAt)}</h2>
${takenDown(inLetter.items)}`
        : html`<p>Đơn vị không có bản nộp nào trong kỳ này.</p>`,
    ],
  });
}

const outsideOfIt = html`<p class="bad">Lúc lập công văn, hệ thống không chốt được bản nộp của đơn vị, nên công văn ghi đơn vị như chưa nộp. Phòng tổng hợp đã được báo và có nội dung dưới đây; hãy liên hệ nếu cần công văn bổ sung.</p>`;
