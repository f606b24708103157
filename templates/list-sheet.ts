import type { ToldList } from '../shared/domain/letter/told-list.ts';
import { columnHead } from '../shared/domain/office/list.ts';
import type { Sheet } from './sheet.ts';

/** The rows of a list for a spreadsheet, numbers as numbers; what cannot be computed is left empty. */
export function listSheet({ list, rows, units }: ToldList): Sheet {
  const heading = ['Đơn vị', ...list.columns.map(columnHead)];
  const cells = rows.map(row => [
    units.get(row.unit)?.name ?? '',
    ...row.cells.map(({ text, number }, at) => {
      if (list.columns[at]?.kind !== 'number') return text;
      return number === undefined ? '' : { number };
    }),
  ]);
  return { name: 'Bảng kê', rows: [heading, ...cells] };
}
