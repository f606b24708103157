import { html } from 'hono/html';
import { hindranceIn } from '../../../shared/domain/delivery/hindrances.ts';
import type { MailEntry, MailState } from '../../../shared/domain/delivery/mail.ts';
import { capitalised } from '../../../shared/domain/text/capitalised.ts';
import type { Markup } from '../frame.ts';
import { standing, type Tone } from '../standing.ts';

export const mailStates: Record<MailState, [Tone, string]> = {
  pending: ['wanting', 'chờ gửi'],
  claimed: ['wanting', 'đang gửi'],
  unknown: ['bad', 'chưa rõ đã đi hay chưa'],
  refused: ['bad', 'bị từ chối'],
  sent: ['good', 'đã gửi'],
  delivered: ['good', 'đã đến'],
  bounced: ['bad', 'bị trả lại'],
  complained: ['bad', 'bị báo là thư rác'],
};

/** What a person has to do about a mail; nothing where nothing has to be done. */
const advice: Partial<Record<MailState, string>> = {
  unknown: 'Hãy hỏi người nhận: nếu chưa nhận được thì gửi lại. Hệ thống không tự gửi lần hai.',
  refused: 'Địa chỉ sai hoặc bị chặn. Hãy hỏi địa chỉ đúng, gửi lại, rồi sửa trong thư mục của cơ quan.',
  bounced: 'Hộp thư không nhận. Hãy hỏi địa chỉ đúng, gửi lại, rồi sửa trong thư mục của cơ quan.',
  complained: 'Người nhận đã báo thư rác. Hãy gọi điện trước khi gửi thêm.',
};

/** What became of a mail, and what to do about it. */
export function mailStanding({ state, reason }: Pick<MailEntry, 'state' | 'reason'>): Markup {
  const told = notTaken(state, reason) ?? advice[state];
  return html`${standing(...mailStates[state])}${told ? html`<br><small>${told}</small>` : ''}`;
}

/** Why a mail was not taken, and what to do: it is refused for good, or is tried again at the next tick. */
function notTaken(state: MailState, reason: string | undefined): string | undefined {
  if ((state !== 'pending' && state !== 'refused') || reason === undefined) return undefined;
  const { words, advice } = hindranceIn(reason);
  return `${capitalised(words)}. ${advice}`;
}

/** Of a mail that waits in vain. */
export const notSent = html`${standing('wanting', 'không gửi nữa')}<br><small>Địa chỉ đã thay, hoặc thư không còn cần.</small>`;
