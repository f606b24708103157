import { html } from 'hono/html';
import { hindranceIn } from '../../../shared/domain/delivery/hindrances.ts';
import type { MailEntry, MailState } from '../../../shared/domain/delivery/mail.ts';
import { type CameBack, cameBack, saidToBeSpam, stateAsRead } from '../../../shared/domain/delivery/returned.ts';
import { capitalised } from '../../../shared/domain/text/capitalised.ts';
import type { Markup } from '../frame.ts';
import { standing, type Tone } from '../standing.ts';

export const mailStates: Record<MailState, [Tone, string]> = {
  pending: ['wanting', 'chờ gửi'],
  claimed: ['wanting', 'đang gửi'],
  unknown: ['bad', 'chưa rõ đã đi hay chưa'],
  refused: ['bad', 'bị từ chối'],
  sent: ['good', 'đã gửi'],
  delayed: ['wanting', 'chậm, đang được gửi lại'],
  returned: ['bad', 'chưa rõ đã đến hay chưa'],
  delivered: ['good', 'đã đến'],
  undelivered: ['bad', 'chưa đến'],
  bounced: ['bad', 'bị trả lại'],
  complained: ['bad', 'bị báo là thư rác'],
};

/** What became of a mail, why, and what a person has to do about it; nothing where nothing has to be done. */
export function mailStanding(mail: Pick<MailEntry, 'state' | 'reason'>): Markup {
  const told = toldOf(mail);
  return html`${standing(...mailStates[stateAsRead(mail)])}${told ? html`<br><small>${told}</small>` : ''}`;
}

function toldOf({ state, reason }: Pick<MailEntry, 'state' | 'reason'>): string | undefined {
  if (state === 'unknown') return 'Hãy hỏi người nhận: nếu chưa nhận được thì gửi lại. Hệ thống không tự gửi lần hai.';
  const why = whyOf(state, reason);
  return why && `${capitalised(why.words)}. ${why.advice}`;
}

function whyOf(state: MailState, reason: string | undefined): CameBack | undefined {
  switch (state) {
    case 'pending':
      return reason === undefined ? undefined : hindranceIn(reason);
    case 'refused':
      return hindranceIn(reason ?? '');
    case 'delayed':
    case 'returned':
    case 'undelivered':
    case 'bounced':
      return cameBack(reason ?? '');
    case 'complained':
      return saidToBeSpam;
    default:
      return undefined;
  }
}

/** Of a mail that waits in vain. */
export const notSent = html`${standing('wanting', 'không gửi nữa')}<br><small>Địa chỉ đã thay, hoặc thư không còn cần.</small>`;
