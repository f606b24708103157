import { html } from 'hono/html';
import { inWords } from '../../shared/domain/calendar/day.ts';
import type { Correction } from '../../shared/domain/collection/correction.ts';
import type { Markup } from './frame.ts';
import { standing } from './standing.ts';

/** What was asked to be corrected, old and new, and what became of it; `beside` adds to each. */
export function correctionsList(
  corrections: Correction[],
  bundled: ReadonlySet<Correction>,
  { named, beside }: { named?: (correction: Correction) => string; beside?: (correction: Correction) => Markup } = {},
): Markup {
  return html`<ul>${corrections.map(correction => {
    const { number, label, before, after, reason, at, decided } = correction;
    return html`<li id="de-nghi-${correction.unit}-${number}"><p>${named ? html`<strong>${named(correction)}</strong>, đ` : 'Đ'}ề nghị ${number}, ${inWords(at)}: ${standingOf(correction, bundled.has(correction))}</p>
<dl><dt>${label}, đã phát hành</dt><dd class="typed">${before || '(chưa có)'}</dd><dt>Sửa thành</dt><dd class="typed">${after}</dd><dt>Lý do</dt><dd>${reason}</dd>${decided?.words ? html`<dt>Trả lời</dt><dd>${decided.words}</dd>` : ''}</dl>
${beside?.(correction) ?? ''}</li>`;
  })}</ul>`;
}

function standingOf({ decided }: Correction, bundled: boolean): Markup {
  if (!decided) return standing('wanting', 'chờ xem xét');
  if (!decided.accepted) return standing('bad', 'không chấp nhận');
  return bundled ? standing('good', 'đã đưa vào bản thay thế') : standing('good', 'chấp nhận, chờ bản thay thế');
}
