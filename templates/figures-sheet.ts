import { monthAndYear } from '../shared/domain/calendar/month.ts';
import { stateNames } from '../shared/domain/collection/names.ts';
import type { FigureRow } from '../shared/domain/compilation/figures-table.ts';
import { changeInWords } from '../shared/domain/letter/sentence.ts';
import type { Cell, Sheet } from './sheet.ts';

/** A month's figures with their comparisons, one row an indicator. */
export function monthSheet(rows: FigureRow[]): Sheet {
  const heading = ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Đơn vị báo cáo', 'Trạng thái', 'Số liệu'];
  const compared = ['Tháng trước', 'So với tháng trước', 'Cùng kỳ năm trước', 'So với cùng kỳ', 'Giải trình'];
  const cells = rows.map(({ indicator, owner, figure, course }) => [
    ...[indicator.code, indicator.name, indicator.unitOfMeasure, owner, stateNames[figure.state]],
    decimal(figure.value),
    decimal(course.at(-2)?.value),
    change(figure, 'previous-month'),
    decimal(course.at(0)?.value),
    change(figure, 'same-month-last-year'),
    figure.note ?? '',
  ]);
  return { name: 'Số liệu tháng', rows: [[...heading, ...compared], ...cells] };
}

/** Thirteen months, one row an indicator, one column a month. */
export function courseSheet(rows: FigureRow[]): Sheet {
  const months = rows[0]?.course.map(({ month }) => monthAndYear(month)) ?? [];
  const cells = rows.map(({ indicator, course }) => [
    ...[indicator.code, indicator.name, indicator.unitOfMeasure],
    ...course.map(({ value }) => decimal(value)),
  ]);
  return { name: 'Chuỗi số liệu', rows: [['Mã', 'Chỉ tiêu', 'Đơn vị tính', ...months], ...cells] };
}

function decimal(value: string | undefined): Cell {
  return value === undefined ? '' : { number: value };
}

function change({ changes }: FigureRow['figure'], against: string): string {
  const told = changes.find(each => each.with === against);
  return told ? changeInWords(told) : '';
}
