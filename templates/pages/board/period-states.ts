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
  issued: ['good', 'đã phát hành'],
};

export function periodStanding({ state }: Pick<Period, 'state'>): Markup {
  return standing(...states[state]);
}
