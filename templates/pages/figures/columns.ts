import { html } from 'hono/html';
import { type Term, termInWords, yearToDate } from '../../../shared/domain/calendar/term.ts';
import type { FigureLine } from '../../../shared/domain/compilation/figures-table.ts';
import { capitalised } from '../../../shared/domain/text/capitalised.ts';
import type { Markup } from '../frame.ts';
import { type ComparedColumn, comparedCell, comparedColumns, planCell, valueCell } from './numbers.ts';

/** A column of numbers in a table of figures. */
export type NumberColumn = { name: string; cell: (line: FigureLine) => Markup };

type Place = { month: Term; yearBegins?: number | undefined };

/** A term's columns: its values, what they are compared with, and where the table tells of them the year so far and the plans. */
export function numberColumns({ month, yearBegins }: Place, tells: { year: boolean; plan: boolean }): NumberColumn[] {
  return [
    { name: capitalised(termInWords(month)), cell: valueCell },
    ...comparedColumns(month).map(column => ({
      name: column.name,
      cell: (line: FigureLine) => baseCell(line, column),
    })),
    ...(tells.year ? [{ name: `Lũy kế ${yearToDate(month, yearBegins).length} tháng`, cell: yearCell }] : []),
    ...(tells.plan ? [{ name: 'Kế hoạch năm', cell: planned }] : []),
  ];
}

export function columnHeads(columns: NumberColumn[]): Markup[] {
  return columns.map(({ name }) => html`<th scope="col" class="number">${name}</th>`);
}

export function columnCells(columns: NumberColumn[], line: FigureLine): Markup[] {
  return columns.map(({ name, cell }) => html`<td class="number" data-name="${name}"><span>${cell(line)}</span></td>`);
}

function baseCell({ figure, ...bases }: FigureLine, { base, against }: ComparedColumn): Markup {
  const restated = figure.restates !== undefined && against.includes('previous-month');
  return html`${comparedCell(bases[base], figure.changes, against)}${restated ? html`<br><small>đã điều chỉnh</small>` : ''}`;
}

function yearCell({ soFar, figure }: FigureLine): Markup {
  return comparedCell(soFar, figure.yearToDate?.changes ?? [], ['same-month-last-year']);
}

function planned(line: FigureLine): Markup {
  return line.plans.length > 0 ? planCell(line) : html`–`;
}
