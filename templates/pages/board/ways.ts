import { type Month, yearOf } from '../../../shared/domain/calendar/month.ts';
import type { Way } from '../frame.ts';

export const toEveryPeriod: Way = { to: '/board', name: 'Mọi kỳ báo cáo' };

/** Where staff go from any page of a period. */
export function waysFrom({ report, month }: { report: string; month: Month }): Way[] {
  return [
    toEveryPeriod,
    { to: `/board/${report}/${month}`, name: 'Kỳ báo cáo' },
    { to: `/board/${report}/${month}/figures`, name: 'Số liệu, so sánh' },
    { to: `/years/${report}/${yearOf(month)}`, name: `Cả năm ${yearOf(month)}` },
  ];
}
