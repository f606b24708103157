import type { TypedRow } from '../shared/domain/collection/answers.ts';
import { columnsInForm } from '../shared/domain/collection/rows-typed.ts';
import { columnHead, type List } from '../shared/domain/office/list.ts';
import { readNumeral } from '../shared/domain/text/numeral.ts';
import { own } from '../shared/domain/text/own.ts';
import type { Cell, Sheet } from './sheet.ts';

/** The rows of a list for a unit to fill in: its columns that are not computed, numbers as numbers. */
export function rowsSheet(name: string, list: List, rows: TypedRow[]): Sheet {
  const columns = columnsInForm(list, rows).filter(({ formula }) => formula === undefined);
  const cell = (typed = '', isNumber: boolean): Cell => {
    const numeral = isNumber ? readNumeral(typed) : undefined;
    return numeral?.kind === 'number' ? { number: numeral.value } : typed;
  };
  return {
    name,
    rows: [
      columns.map(columnHead),
      ...rows.map(row => columns.map(({ code, kind }) => cell(own(row, code), kind === 'number'))),
    ],
  };
}
