import { spanInWords, type Term, termAlone, termAYearBefore, termBefore } from '../shared/domain/calendar/term.ts';
import { stateNames } from '../shared/domain/collection/names.ts';
import { type FigureRow, valueIn } from '../shared/domain/compilation/figures-table.ts';
import { changeInWords } from '../shared/domain/letter/sentence.ts';
import { capitalised } from '../shared/domain/text/capitalised.ts';
import type { Cell, Sheet } from './sheet.ts';

/** A term's figures with their comparisons, one row an indicator. */
export function termSheet(rows: FigureRow[], term: Term): Sheet {
  const span = spanInWords(term);
  const heading = ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Đơn vị báo cáo', 'Trạng thái', 'Số liệu'];
  const compared = [
    `${capitalised(span)} trước`,
    `So với ${span} trước`,
    'Cùng kỳ năm trước',
    'So với cùng kỳ',
    'Giải trình',
  ];
  const cells = rows.map(({ indicator, owner, figure, course }) => [
    ...[indicator.code, indicator.name, indicator.unitOfMeasure, owner, stateNames[figure.state]],
    decimal(figure.value),
    decimal(valueIn(course, termBefore(term))),
    change(figure, 'previous-month'),
    decimal(valueIn(course, termAYearBefore(term))),
    change(figure, 'same-month-last-year'),
    figure.note ?? '',
  ]);
  return { name: `Số liệu ${span}`, rows: [[...heading, ...compared], ...cells] };
}

/** Thirteen terms, one row an indicator, one column a term. */
export function courseSheet(rows: FigureRow[]): Sheet {
  const terms = rows[0]?.course.map(({ month }) => termAlone(month)) ?? [];
  const cells = rows.map(({ indicator, course }) => [
    ...[indicator.code, indicator.name, indicator.unitOfMeasure],
    ...course.map(({ value }) => decimal(value)),
  ]);
  return { name: 'Chuỗi số liệu', rows: [['Mã', 'Chỉ tiêu', 'Đơn vị tính', ...terms], ...cells] };
}

function decimal(value: string | undefined): Cell {
  return value === undefined ? '' : { number: value };
}

function change({ changes }: FigureRow['figure'], against: string): string {
  const told = changes.find(each => each.with === against);
  return told ? changeInWords(told) : '';
}
