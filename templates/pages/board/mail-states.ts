import { html } from 'hono/html';
import type { MailEntry, MailState } from '../../../shared/domain/delivery/mail.ts';
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
export function mailStanding({ state }: Pick<MailEntry, 'state'>): Markup {
  return html`${standing(...mailStates[state])}${advice[state] ? html`<br><small>${advice[state]}</small>` : ''}`;
}

/** Of a mail that waits in vain. */
export const notSent = html`${standing('wanting', 'không gửi nữa')}<br><small>Địa chỉ đã thay, hoặc thư không còn cần.</small>`;
