import { spanInWords, type Term, termAlone } from '../shared/domain/calendar/term.ts';
import { stateNames } from '../shared/domain/collection/names.ts';
import type { Point } from '../shared/domain/compilation/course.ts';
import type { FigureLine, FigureRow } from '../shared/domain/compilation/figures-table.ts';
import { changeInWords } from '../shared/domain/letter/sentence.ts';
import { capitalised } from '../shared/domain/text/capitalised.ts';
import { makingInWords } from './pages/figures/making.ts';
import type { Cell, Sheet } from './sheet.ts';

/**
 * A term's figures with their comparisons, the year so far and the plans: a row for each indicator, and under it one for each unit
 * where many owe it. Figures with changes of their own stand first, as they did when a report had no more.
 */
export function termSheet(rows: FigureRow[], term: Term): Sheet {
  const span = spanInWords(term);
  const plans = new Map(rows.flatMap(({ plans }) => plans.map(({ measure, name }) => [measure, name] as const)));
  const heading = ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Đơn vị báo cáo', 'Trạng thái', 'Số liệu'];
  const compared = [
    `${capitalised(span)} trước`,
    `So với ${span} trước`,
    'Cùng kỳ năm trước',
    'So với cùng kỳ',
    'Giải trình',
  ];
  const year = ['Lũy kế', 'Lũy kế cùng kỳ năm trước', 'Lũy kế so với cùng kỳ'];
  const planned = [...plans.values()].flatMap(name => [capitalised(name), `Đạt ${name} (%)`]);
  const cells = (line: FigureLine, { indicator: { code, name, unitOfMeasure } }: FigureRow, by: string): Cell[] => [
    ...[code, name, unitOfMeasure, by, stateNames[line.figure.state]],
    decimal(line.figure.value),
    decimal(line.previous),
    change(line.figure.changes, 'previous-month'),
    decimal(line.lastYear),
    change(line.figure.changes, 'same-month-last-year'),
    line.figure.note ?? '',
    decimal(line.soFar),
    decimal(line.soFarLastYear),
    change(line.figure.yearToDate?.changes ?? [], 'same-month-last-year'),
    ...[...plans.keys()].flatMap(measure => {
      const plan = line.plans.find(each => each.measure === measure);
      return [decimal(plan?.value), decimal(plan?.share)];
    }),
  ];
  const all = rows.flatMap(row => [
    [...cells(row, row, makingInWords(row.making)), row.without.join('; ')],
    ...row.units.map(unit => [...cells(unit, row, unit.name), '']),
  ]);
  return {
    name: `Số liệu ${span}`,
    rows: [[...heading, ...compared, ...year, ...planned, 'Đơn vị chưa báo cáo'], ...all],
  };
}

/** Thirteen terms, one row an indicator, one column a term. */
export function courseSheet(rows: (FigureRow & { course: Point[] })[]): Sheet {
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

function change(changes: FigureLine['figure']['changes'], against: string): string {
  const told = changes.find(each => each.with === against);
  return told ? changeInWords(told) : '';
}
