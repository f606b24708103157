import { html } from 'hono/html';
import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import { type MailEntry, mailName } from '../../shared/domain/delivery/mail.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Fault } from '../../shared/domain/problem.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { mailStates } from './board/mail-states.ts';
import { toEveryPeriod } from './board/ways.ts';
import { marked, said } from './faulty.ts';
import { framed, type Markup } from './frame.ts';

export type ResendPage = {
  department: string;
  /** What is sent, as it is called within a sentence. */
  document: string;
  period: Period;
  typed: { mail: string; address: string; reason: string };
  faults?: Fault[];
  /** The letter that has just left for that address. */
  justLeft?: MailEntry;
};

/** Before a letter goes again: what is wrong with what was typed, or whether it is to go though one has just left. */
export function resendPage({ department, document, period, typed, faults = [], justLeft }: ResendPage): string {
  return framed({
    title: justLeft
      ? `${capitalised(document)} vừa đi, vẫn gửi thêm?`
      : `Gửi lại ${document}, ${termInWords(period.month)}`,
    department,
    ways: [toEveryPeriod, { to: `/board/${period.report}/${period.month}`, name: 'Kỳ báo cáo' }],
    main: justLeft ? question({ document, period, typed }, justLeft) : faultyForm({ document, period, typed }, faults),
  });
}

type Asked = Pick<ResendPage, 'document' | 'period' | 'typed'>;

function question({ document, period, typed }: Asked, justLeft: MailEntry): Markup {
  const { mail, address, reason } = typed;
  const [, state] = mailStates[justLeft.state];
  return html`<article role="alert">Chưa gửi gì thêm. ${capitalised(document)} vừa đi tới <strong>${justLeft.address}</strong> lúc ${inWords(justLeft.at)} (${state}). Gửi thêm thì nơi nhận có hai thư giống nhau.</article>
<form method="post" action="${addressOf(period)}">
<input type="hidden" name="mail" value="${mail}">
<input type="hidden" name="knowing" value="${mailName(justLeft)}">
<input type="hidden" name="address" value="${address}">
<label>Lý do <input name="reason" required maxlength="500" value="${reason}"></label>
<button class="secondary" type="submit">Vẫn gửi thêm một thư tới ${address}</button></form>
<p><a href="/board/${period.report}/${period.month}">Không gửi thêm, về kỳ báo cáo</a></p>`;
}

function faultyForm({ document, period, typed }: Asked, faults: Fault[]): Markup {
  const { mail, address, reason } = typed;
  return html`<article role="alert">Chưa gửi gì. Hãy sửa chỗ được đánh dấu rồi bấm lại.</article>
<form method="post" action="${addressOf(period)}">
<input type="hidden" name="mail" value="${mail}">
<label>Địa chỉ <input name="address" required value="${address}"${marked('address', faults)}></label>${said('address', faults)}
<label>Lý do <input name="reason" required maxlength="500" value="${reason}"${marked('reason', faults)}></label>${said('reason', faults)}
<button class="secondary" type="submit">Gửi lại ${document}</button></form>`;
}

function addressOf({ report, month }: Period): string {
  return `/board/${report}/${month}/resend`;
}
