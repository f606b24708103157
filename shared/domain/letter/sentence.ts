import { type Month, monthAndYear, monthNumber } from '../calendar/month.ts';
import type { ReportedChange, ReportedFigure } from '../compilation/report.ts';
import type { Indicator } from '../office/indicator.ts';
import { writeNumeral } from '../text/numeral.ts';

/**
 * The sentence of one indicator, as it stands in the letter: "Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, tăng 6,2%
 * so với tháng 9/2021, tăng 17,4% so với tháng 10/2020." (the letter's section 1).
 */
export function sentence(indicator: Indicator, figure: ReportedFigure, month: Month): string {
  return `${opening(indicator, month)} ${predicate(indicator, figure)}.`;
}

/** The level with its unit of measure: "3.781 tỷ đồng"; undefined when none was given. */
export function level(indicator: Indicator, figure: ReportedFigure): string | undefined {
  if (figure.value === undefined) return undefined;
  const separator = indicator.unitOfMeasure === '%' ? '' : ' ';
  return `${writeNumeral(figure.value)}${separator}${indicator.unitOfMeasure}`.trimEnd();
}

function opening(indicator: Indicator, month: Month): string {
  return indicator.phrase.replaceAll('{tháng/năm}', monthAndYear(month)).replaceAll('{tháng}', monthNumber(month));
}

function predicate(indicator: Indicator, figure: ReportedFigure): string {
  if (figure.state === 'none') return 'không phát sinh';
  const changes = figure.changes.map(comparison);
  const shown = level(indicator, figure);
  const parts = indicator.shows === 'level' && shown !== undefined ? [`đạt ${shown}`, ...changes] : changes;
  if (parts.length === 0) return withoutFigure(figure);
  return figure.state === 'estimated' ? `ước ${parts.join(', ')}` : parts.join(', ');
}

/** A change-only indicator whose base is missing was reported, and yet nothing can be said of how it moved. */
function withoutFigure(figure: ReportedFigure): string {
  return figure.state === 'missing' ? 'chưa có số liệu báo cáo' : 'chưa có số liệu để so sánh';
}

function comparison(change: ReportedChange): string {
  return `${changeInWords(change)} so với tháng ${monthAndYear(change.against)}`;
}

/** "tăng 4,9%", "giảm 0,3 điểm phần trăm", "không đổi". */
export function changeInWords({ direction, amount, as }: ReportedChange): string {
  if (direction === 'flat') return 'không đổi';
  const moved = direction === 'up' ? 'tăng' : 'giảm';
  return `${moved} ${writeNumeral(amount)}${as === 'percent' ? '%' : ' điểm phần trăm'}`;
}
