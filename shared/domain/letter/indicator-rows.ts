import { measureOf } from '../compilation/reported-figure.ts';
import { indicatorsIn } from '../office/owing.ts';
import type { TableRows } from '../office/table.ts';
import { numberCell } from './cell.ts';
import type { Column } from './column.ts';
import type { TableRow } from './letter.ts';
import { roman } from './roman.ts';
import type { Tabled } from './tabled.ts';

type Groups = Extract<TableRows, { of: 'indicators' }>['groups'];

/** A row for each indicator. Groups with a title are numbered I, II …, and the indicators of each from 1. */
export function indicatorRows(columns: Column[], groups: Groups, { definition, report }: Tabled): TableRow[] {
  const standing = new Map(indicatorsIn(definition, report.month).map(indicator => [indicator.code, indicator]));
  const figures = new Map(report.figures.map(figure => [figure.code, figure]));
  const shown = groups
    .map(({ title, indicators }) => ({ title, indicators: indicators.flatMap(code => standing.get(code) ?? []) }))
    .filter(({ indicators }) => indicators.length > 0);
  return shown.flatMap(({ title, indicators }, group) => {
    const rows = indicators.map((indicator, at): TableRow => {
      const figure = figures.get(indicator.code);
      const cell = (column: Column): string => {
        if (column.shows === 'number') return String(at + 1);
        if (column.shows === 'name') return indicator.name;
        if (column.shows === 'unit-of-measure') return indicator.unitOfMeasure;
        if (column.shows === 'note') return figure?.note ?? '';
        const missing = column.shows === 'value' && figure?.state === 'missing' && indicator.formula === undefined;
        return numberCell(column, { value: name => measureOf(figure, name), decimals: indicator.decimals, missing });
      };
      return { cells: columns.map(cell) };
    });
    return title === undefined ? rows : [{ weight: 'group', cells: headOf(columns, roman(group + 1), title) }, ...rows];
  });
}

function headOf(columns: Column[], number: string, title: string): string[] {
  return columns.map(({ shows }) => (shows === 'number' ? number : shows === 'name' ? title : ''));
}
