import { dateInDigits, hourAndWeekday } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Owed } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';

/** What a unit is asked, a line each: which report, of which days, how much of it, and until when. */
export function askedInWords({ report, period, owed }: { report: string; period: Period; owed: Owed }): string {
  const { month, window, deadline } = period;
  return [
    `Báo cáo: ${report}, ${termInWords(month)}`,
    `Kỳ số liệu: từ ${dateInDigits(window.from)} đến ${dateInDigits(window.to)}`,
    `Cần nộp: ${countsOf(owed)}`,
    `Hạn nộp: trước ${hourAndWeekday(deadline)}`,
  ].join('\n');
}

function countsOf({ indicators, tasks, lists = [] }: Owed): string {
  const counts: [number, string][] = [
    [indicators.length, 'số liệu'],
    [tasks.length, 'kết quả nhiệm vụ'],
    [lists.length, 'bảng kê'],
  ];
  return counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ');
}
