import type { Period, PeriodState } from '../../../shared/domain/office/period.ts';
import type { Markup } from '../frame.ts';
import { standing, type Tone } from '../standing.ts';

const states: Record<PeriodState, [Tone, string]> = {
  open: ['wanting', 'đang nhận báo cáo'],
  closing: ['wanting', 'đang chốt'],
  closed: ['wanting', 'đã chốt'],
  compiled: ['wanting', 'đã lập, đang gửi'],
  held: ['bad', 'chờ phát hành'],
  extended: ['wanting', 'đang gia hạn'],
  drafted: ['wanting', 'dự thảo đang qua các bước kiểm tra, duyệt'],
  issued: ['good', 'đã phát hành'],
};

export function periodStanding({ state, reissue }: Pick<Period, 'state' | 'reissue'>): Markup {
  if (reissue && state !== 'issued') return standing('wanting', 'đang lập và gửi bản thay thế');
  return standing(...states[state]);
}
