import type { FigureRow, Making } from '../../../shared/domain/compilation/figures-table.ts';
import type { Total } from '../../../shared/domain/office/indicator.ts';

const totals: Record<Total, string> = {
  sum: 'tổng các đơn vị',
  mean: 'bình quân các đơn vị',
  least: 'nhỏ nhất trong các đơn vị',
  most: 'lớn nhất trong các đơn vị',
  none: 'từng đơn vị',
};

/** Whose a figure is: the unit's name; of one nobody hands in how it is made. */
export function makingInWords(making: Making): string {
  if (making.by === 'formula') return 'tính từ chỉ tiêu khác';
  if (making.by === 'report') return `lấy từ ${making.name}`;
  return making.by === 'total' ? totals[making.how] : making.name;
}

/** Who is missing in a total: "chưa gồm 2/10 đơn vị: A, B"; undefined where nobody is. */
export function lackingInWords({ without, units }: Pick<FigureRow, 'without' | 'units'>): string | undefined {
  if (without.length === 0) return undefined;
  return `chưa gồm ${without.length}/${Math.max(units.length, without.length)} đơn vị: ${without.join(', ')}`;
}

const measures: Record<string, string> = {
  'sum(': 'tổng(',
  'mean(': 'bình quân(',
  'least(': 'nhỏ nhất(',
  'most(': 'lớn nhất(',
  'count(': 'số lượng(',
};

/** A formula with names for codes: "Kim ngạch xuất khẩu − Kim ngạch nhập khẩu". */
export function formulaInWords(formula: string, nameOf: (code: string) => string | undefined): string {
  const named = formula.replace(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)?\(?/g, written =>
    written.endsWith('(') ? (measures[written] ?? written) : (nameOf(written) ?? written),
  );
  return named.replaceAll(' * ', ' × ').replaceAll(' - ', ' − ');
}
