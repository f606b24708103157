import { measureOf, type ReportedFigure } from '../compilation/reported-figure.ts';
import { namesIn } from '../office/formula-names.ts';
import { indicatorsIn } from '../office/owing.ts';
import { numberCell } from './cell.ts';
import type { Column } from './column.ts';
import type { TableRow } from './letter.ts';
import type { Tabled } from './tabled.ts';

type Told = Pick<ReportedFigure, 'state' | 'measures'>;

/** A row for each unit that owes what is shown, in the order of the units, and under them their total where the table has one. */
export function unitRows(
  columns: Column[],
  total: string | undefined,
  { definition, report, nameOf }: Tabled,
): TableRow[] {
  const asked = new Map(indicatorsIn(definition, report.month).map(indicator => [indicator.code, indicator]));
  const figures = new Map(report.figures.map(figure => [figure.code, figure]));
  const shown = columns
    .flatMap(({ formula }) => (formula ? namesIn(formula) : []))
    .flatMap(name => figures.get(codeIn(name)) ?? []);
  const units = new Set(shown.flatMap(({ units = [] }) => units.flatMap(({ unit }) => unit ?? [])));

  const row = (number: string, name: string, figureOf: (code: string) => Told | undefined): string[] =>
    columns.map(column => {
      if (column.shows === 'number') return number;
      if (column.shows === 'name') return name;
      const indicator = asked.get(column.shows);
      const missing = indicator !== undefined && !indicator.formula && figureOf(column.shows)?.state === 'missing';
      const value = (written: string) => measureOf(figureOf(codeIn(written)), measureIn(written));
      return numberCell(column, { value, decimals: indicator?.decimals, missing });
    });
  const rows = [...units].map((unit, at): TableRow => {
    const ownFigure = (code: string) => figures.get(code)?.units?.find(figure => figure.unit === unit);
    return { cells: row(String(at + 1), nameOf(unit), ownFigure) };
  });
  if (total === undefined || rows.length === 0) return rows;
  return [...rows, { weight: 'total', cells: row('', total, code => figures.get(code)) }];
}

/** "gieo-cay.plan" is the plan of "gieo-cay"; alone it is its value. */
function codeIn(name: string): string {
  return name.split('.')[0] ?? '';
}

function measureIn(name: string): string {
  return name.split('.').slice(1).join('.') || 'value';
}
