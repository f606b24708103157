/// <reference lib="dom" />
import type { TypedRow } from '../../../shared/domain/collection/answers.ts';
import { fillsIn, fillsOf } from '../../../shared/domain/collection/fills.ts';
import { besideCell } from '../../../shared/domain/collection/rows-from.ts';
import { readingsIn } from '../../../shared/domain/letter/preview.ts';
import { type List, rowNote } from '../../../shared/domain/office/list.ts';
import type { Fault } from '../../../shared/domain/problem.ts';
import { folded } from '../../../shared/domain/text/folded.ts';
import { offerReadings } from './readings.ts';

/** The fields of a row of the form, "lists.du-an.3.ten", and what stands in them. */

export type RowElement = HTMLTableRowElement;
export type CellField = HTMLInputElement | HTMLSelectElement;

export function fieldsOf(row: RowElement): CellField[] {
  return [...row.querySelectorAll<CellField>('input, select')];
}

/** The column that a field is of. */
export function columnOf({ name }: Pick<CellField, 'name'>): string {
  return name.split('.')[3] ?? '';
}

/** What is typed in a row, by what `stands` in a field; cells in which nothing stands are not there. */
export function typedIn(row: RowElement, stands = ({ value }: CellField) => value): TypedRow {
  const cells = fieldsOf(row).map(field => [columnOf(field), stands(field)] as const);
  return Object.fromEntries(cells.filter(([, text]) => text.trim() !== ''));
}

/** Fills a row's fields; those of columns that `typed` does not have are emptied, unless they are to `stay`. */
export function fillRow(row: RowElement, typed: TypedRow, { stay = false } = {}): void {
  for (const field of fieldsOf(row)) {
    const text = typed[columnOf(field)];
    if (text !== undefined || !stay) fillField(field, text ?? '');
  }
}

/** A choice is found however it is written; what is none of them can be seen all the same. */
function fillField(field: CellField, text: string): void {
  if (field instanceof HTMLSelectElement) {
    const option = [...field.options].find(({ value }) => folded(value) === folded(text)) ?? new Option(text, text);
    if (!option.parentElement) field.add(option);
    field.value = option.value;
  } else field.value = onOneLine(text);
}

function onOneLine(text: string): string {
  const lines = text.split('\n').map(line => line.trim());
  return lines.filter(line => line !== '').join(' ');
}

/** A row to make others of, in which nothing stands. */
export function emptyRow(of: RowElement): RowElement {
  const row = of.cloneNode(true) as RowElement;
  for (const fault of row.querySelectorAll('.fault, .length, .readings')) fault.remove();
  for (const output of row.querySelectorAll('output')) output.textContent = '';
  for (const field of fieldsOf(row)) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    if (field instanceof HTMLInputElement) field.defaultValue = '';
    else for (const option of field.options) option.defaultSelected = false;
    field.value = '';
  }
  return row;
}

/** Gives a row its place among the others: its number, and the names of its fields. */
export function placeRow(row: RowElement, at: number): void {
  const number = String(at + 1);
  const [heading] = row.cells;
  if (heading?.textContent === number) return;
  if (heading) heading.textContent = number;
  for (const element of row.querySelectorAll('[id], [name], button')) {
    for (const attribute of ['id', 'name', 'aria-describedby']) {
      const named = element.getAttribute(attribute);
      if (named) element.setAttribute(attribute, placed(named, at));
    }
    const label = element.getAttribute('aria-label');
    if (label) element.setAttribute('aria-label', endingIn(number, label));
    if (element instanceof HTMLButtonElement) element.value = actPlaced(element.value, at);
  }
}

/** The name of a field, or of what stands beside one, in the row at another place. */
function placed(name: string, at: number): string {
  return name.replace(/^(lists\.[^.]+\.)\d+/, `$1${at}`);
}

/** What a button of a row says that it does: fills a field of it, or takes it out, "drop-row du-an 3". */
function actPlaced(act: string, at: number): string {
  const fills = fillsIn(act);
  if (fills.length === 0) return endingIn(String(at), act);
  return fillsOf(fills.map(([field, text]) => [placed(field, at), text]));
}

/** A name with another number at its end. */
function endingIn(number: string, name: string): string {
  return name.replace(/^(.*\D|)\d+$/, (_, before) => `${before}${number}`);
}

/**
 * Says of each cell what is wrong with it, and offers what it may have been meant as; of one that nobody came to yet says only that the
 * row has to be explained there.
 */
export function tellRow(row: RowElement, faults: Fault[], list: List): void {
  offerReadings(row, readingsIn(faults));
  for (const field of fieldsOf(row)) {
    const told = field.value.trim() !== '' || columnOf(field) === rowNote;
    const wrong = told ? faults.filter(fault => fault.field === field.name) : [];
    tellCell(field, wrong.map(fault => besideCell(fault, list)).join(' '));
  }
}

function tellCell(field: CellField, message: string): void {
  const id = `${field.name}.fault`;
  const told = document.getElementById(id);
  if (told?.textContent === message || (!told && message === '')) return;
  told?.remove();
  if (message === '') {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    return;
  }
  const fault = document.createElement('p');
  fault.id = id;
  fault.className = 'fault';
  fault.textContent = message;
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', id);
  field.after(fault);
}
