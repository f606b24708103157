import { html } from 'hono/html';
import { inWords } from '../../shared/domain/day.ts';
import type { Indicator, Task } from '../../shared/domain/department.ts';
import { type Month, monthAndYear } from '../../shared/domain/month.ts';
import { writeNumeral } from '../../shared/domain/numeral.ts';
import type { Figure, Submission } from '../../shared/domain/submission.ts';
import { framed, type Markup } from './frame.ts';

export type ReceiptPage = {
  department: string;
  report: string;
  unit: string;
  month: Month;
  key: string;
  hash: string;
  revision: number;
  receivedAt: number;
  /** True while this is the unit's newest revision. */
  newest: boolean;
  indicators: Indicator[];
  tasks: Task[];
  submission: Submission;
  /** The draft that is no longer needed. */
  draft: string;
};

/** What was taken down: to be read, printed and kept. */
export function receiptPage(receipt: ReceiptPage): string {
  const { submission } = receipt;
  return framed({
    title: 'Biên nhận báo cáo',
    department: receipt.department,
    scripted: true,
    main: html`<p role="status" data-receipt-of="${receipt.draft}">Đã nhận bản nộp lần ${receipt.revision} của <strong>${receipt.unit}</strong> lúc ${inWords(receipt.receivedAt)}.
${receipt.newest ? '' : ' Sau bản này đơn vị đã nộp bản mới hơn.'}</p>
<dl>
<dt>Báo cáo</dt><dd>${receipt.report}, tháng ${monthAndYear(receipt.month)}</dd>
<dt>Mã nộp</dt><dd><code>${receipt.key}</code></dd>
<dt>Mã kiểm tra nội dung</dt><dd><code>${receipt.hash.slice(0, 16)}</code></dd>
</dl>
<h2>Đã ghi nhận</h2>
<ul>${receipt.indicators.map(indicator => html`<li>${indicator.name}: ${figureInWords(indicator, submission.figures[indicator.code])}</li>`)}</ul>
${receipt.tasks.map(task => outcome(task.text, submission.outcomes[task.id] ?? ''))}
${submission.further ? outcome('Ngoài ra', submission.further) : ''}
<nav><a href="/form">Xem lại hoặc nộp lại</a></nav>`,
  });
}

function figureInWords(indicator: Indicator, figure: Figure | undefined): string {
  if (!figure || figure.state === 'missing') return 'chưa báo cáo';
  if (figure.state === 'none') return 'không phát sinh';
  const value =
    figure.value === undefined ? 'chỉ báo mức tăng, giảm' : `${writeNumeral(figure.value)} ${indicator.unitOfMeasure}`;
  return figure.state === 'estimated' ? `ước ${value}` : value;
}

function outcome(title: string, text: string): Markup {
  return html`<h3>${title}</h3><p class="typed">${text || '(để trống)'}</p>`;
}
