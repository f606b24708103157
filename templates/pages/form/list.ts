import { html } from 'hono/html';
import { spanInWords, type Term, termBefore, termInWords } from '../../../shared/domain/calendar/term.ts';
import type { TypedRow } from '../../../shared/domain/collection/answers.ts';
import { longest } from '../../../shared/domain/collection/longest.ts';
import { besideCell, rowFrom } from '../../../shared/domain/collection/rows-from.ts';
import { columnsInForm, withEmptyRows } from '../../../shared/domain/collection/rows-typed.ts';
import { formulasIn, type Listed } from '../../../shared/domain/figures/row-numbers.ts';
import { computedIn, sumsIn } from '../../../shared/domain/letter/rows-reckoned.ts';
import { choiceMeant, columnHead, type List, type ListColumn, mostRows } from '../../../shared/domain/office/list.ts';
import { own } from '../../../shared/domain/text/own.ts';
import type { Markup } from '../frame.ts';
import { choiceField, dateField, type FaultsByField, faultAt, lineField, numberField } from './field.ts';

/** A list the unit owes, with its rows as typed. */
export type AskedList = {
  list: List;
  term: Term;
  rows: TypedRow[];
  /** The term of which these are the rows, to go on from; undefined where they are this term's. */
  carriedFrom: Term | undefined;
};

/**
 * The rows of a list, each with its fields, and some empty ones: a table where there is room, cards on a phone. Rows are added, taken
 * out and pasted by buttons of the form; the page's script does so by itself (client/list.ts).
 */
export function listFields({ list, term, rows, carriedFrom }: AskedList, faults: FaultsByField): Markup {
  const { id, name, most = mostRows } = list;
  const field = `lists.${id}`;
  const listed = { list, formulas: formulasIn(list) };
  const columns = columnsInForm(list, rows);
  const shown = withEmptyRows(rows, list).map((typed, at) => ({ at, typed, row: rowFrom(typed, listed, at).row }));
  const beside = besideCells(faults, list);
  const next = Math.min(shown.length, most - 1);
  return html`<fieldset class="list" id="${field}" data-list="${id}">
<legend>${name}</legend>
<input type="hidden" name="${field}" value="">
${faultAt(field, faults)}
${carriedFrom ? html`<p>Các dòng của ${carriedFrom === termBefore(term) ? `${spanInWords(term)} trước` : termInWords(carriedFrom)} đã được điền sẵn; hãy sửa theo ${spanInWords(term)} này, bỏ dòng không còn.</p>` : ''}
<table class="cards rows">
<thead><tr><th scope="col">TT</th>${columns.map(column => html`<th scope="col">${heading(column)}</th>`)}<td></td></tr></thead>
<tbody>
${shown.map(each => rowFields(each, { columns, listed, faults: beside }))}
</tbody>
${totals(
  columns,
  sumsIn(
    shown.map(({ row }) => row),
    listed,
  ),
)}
</table>
<p class="told"><strong id="${field}.rule" data-rule></strong></p>
<div role="status"></div>
<p class="acts"><button name="act" value="more-rows ${id}" formaction="#${field}.${next}.${columns[0]?.code}" class="secondary outline">Thêm dòng</button>
<small>Dòng để trống được bỏ qua; tối đa ${most} dòng.</small></p>
<details>
<summary>Thêm các dòng từ Excel, Word</summary>
<label for="pasted.${id}">Dán các ô chép từ bảng, có hoặc không có dòng tên cột; không có thì theo thứ tự các cột ở trên</label>
<textarea id="pasted.${id}" name="pasted.${id}" rows="3"></textarea>
<button name="act" value="paste-rows ${id}" class="secondary">Thêm các dòng đã dán</button>
</details>
</fieldset>`;
}

type ShownRow = { at: number; typed: TypedRow; row: Record<string, string> };
type Showing = { columns: ListColumn[]; listed: Listed; faults: FaultsByField };

function rowFields({ at, typed, row }: ShownRow, { columns, listed, faults }: Showing): Markup {
  const { id } = listed.list;
  const number = at + 1;
  const computed = computedIn(row, listed);
  const cells = columns.map(column => {
    const field = `lists.${id}.${at}.${column.code}`;
    const content =
      column.formula === undefined
        ? cellField(column, {
            name: field,
            value: own(typed, column.code),
            faults,
            called: `${column.name}, dòng ${number}`,
          })
        : html`<output id="${field}">${computed.get(column.code) ?? ''}</output>`;
    return html`<td class="${column.kind}" data-name="${columnHead(column)}"><div>${content}</div></td>`;
  });
  return html`<tr><th scope="row">${number}</th>${cells}<td><button name="act" value="drop-row ${id} ${at}" class="secondary outline" aria-label="Bỏ dòng ${number}">Bỏ</button></td></tr>
`;
}

type Cell = { name: string; value: string | undefined; faults: FaultsByField; called: string };

function cellField({ kind, choices = [], limits }: ListColumn, cell: Cell): Markup {
  if (kind === 'number') return numberField({ ...cell, least: limits?.least });
  if (kind === 'date') return dateField(cell);
  if (kind === 'text') return lineField({ ...cell, most: longest.cell });
  const { value = '', ...rest } = cell;
  const chosen = choiceMeant(value, choices) ?? value;
  // What is none of them comes back too, for its fault to be understood.
  const all = chosen === '' || choices.includes(chosen) ? choices : [...choices, chosen];
  const options = all.map((choice): [string, string] => [choice, choice]);
  return choiceField({ ...rest, chosen, options: [['', '(chưa chọn)'], ...options] });
}

function heading(column: ListColumn): Markup {
  const optional = column.required === false && column.formula === undefined;
  return html`${columnHead(column)}${optional ? html` <small>(không bắt buộc)</small>` : ''}`;
}

/** Only of a list that has numbers to add up. */
function totals(columns: ListColumn[], sums: Map<string, string>): Markup {
  if (columns.every(({ kind }) => kind !== 'number')) return html``;
  const cells = columns.map(column =>
    column.kind === 'number'
      ? html`<td class="number" data-name="${columnHead(column)}"><output data-sum="${column.code}">${sums.get(column.code) ?? ''}</output></td>`
      : html`<td></td>`,
  );
  return html`<tfoot><tr class="total"><th scope="row">Cộng</th>${cells}<td></td></tr></tfoot>`;
}

/** The faults of a list's cells, said in fewer words: each stands where it can be seen of which cell it is. */
function besideCells(faults: FaultsByField, list: List): FaultsByField {
  const begin = `lists.${list.id}.`;
  const own = [...faults].filter(([field]) => field.startsWith(begin));
  return new Map(
    own.map(([field, found]) => [field, found.map(fault => ({ ...fault, message: besideCell(fault, list) }))]),
  );
}
