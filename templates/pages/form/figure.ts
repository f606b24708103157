import { html } from 'hono/html';
import { spanInWords, type Term, termInWords } from '../../../shared/domain/calendar/term.ts';
import type { TypedFigure } from '../../../shared/domain/collection/answers.ts';
import { longest } from '../../../shared/domain/collection/longest.ts';
import { stateNames } from '../../../shared/domain/collection/names.ts';
import { restsOnTheTermBefore } from '../../../shared/domain/figures/comparing.ts';
import { type HandedInChange, handedInChanges } from '../../../shared/domain/figures/figure.ts';
import type { Previewed } from '../../../shared/domain/letter/preview.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { writeNumeral } from '../../../shared/domain/text/numeral.ts';
import type { Markup } from '../frame.ts';
import { choiceField, type FaultsByField, type Field, lineField, numberField } from './field.ts';

/** An indicator the unit owes, what it is compared with, and what is told of it as typed so far. */
export type AskedFigure = {
  indicator: Indicator;
  term: Term;
  bases: Base[];
  /** The changes that it may hand in itself. */
  changes: HandedInChange[];
  typed: TypedFigure | undefined;
  told: Previewed;
};

/** A figure of an earlier term, written the Vietnamese way. */
export type Base = { month: Term; value: string };

export function figureFields(
  { indicator, term, typed, bases, changes, told }: AskedFigure,
  faults: FaultsByField,
): Markup {
  const field = `figures.${indicator.code}`;
  const explains = told.remark !== '' || faults.has(`${field}.note`);
  const compares = restsOnTheTermBefore(indicator);
  const { least } = indicator.limits;
  const readingsOf = (name: string) => told.readings.flatMap(({ field, text }) => (field === name ? [text] : []));
  const number = (one: NumberField) => numberField({ ...one, readings: readingsOf(one.name) });
  const besideFigure = (one: NumberField, label: string) => beside(number(one), one.name, label);
  const further = explains || typed?.restates || typed?.changes || typed?.note;
  return html`<fieldset>
<legend>${indicator.name}</legend>
<div class="beside">
<div><label for="${field}.value">Số liệu${indicator.unitOfMeasure ? `, ${indicator.unitOfMeasure}` : ''}</label>
${number({ name: `${field}.value`, value: typed?.value, faults, describedBy: `${field}.bases ${field}.understood`, least })}
<p class="bases" id="${field}.bases">${basesInWords(bases, indicator)}</p></div>
<div><label for="${field}.state">Tình trạng</label>
${choiceField({ name: `${field}.state`, chosen: typed?.state ?? 'reported', options: Object.entries(stateNames), faults })}</div>
</div>
<p class="told"><span id="${field}.understood">${faults.has(`${field}.value`) ? '' : told.understood}</span> <em id="${field}.sentence">${told.sentence}</em> <strong id="${field}.remark">${told.remark}</strong> <strong id="${field}.rule" data-rule></strong></p>
<details${further ? html` open` : ''}>
<summary>Giải trình, điều chỉnh, mức tăng giảm</summary>
<label for="${field}.note">Giải trình, ghi chú (tối đa ${writeNumeral(String(longest.note))} ký tự)</label>
${lineField({ name: `${field}.note`, value: typed?.note, faults, most: longest.note })}
${compares || typed?.restates ? besideFigure({ name: `${field}.restates`, value: typed?.restates, faults, least }, `Số liệu ${spanInWords(term)} trước, nếu điều chỉnh`) : ''}
${handedInChanges
  .filter(each => changes.includes(each) || typed?.changes?.[each])
  .map(each =>
    besideFigure({ name: `${field}.changes.${each}`, value: typed?.changes?.[each], faults }, changeLabels[each](term)),
  )}
</details>
</fieldset>`;
}

function basesInWords(bases: Base[], { unitOfMeasure }: Indicator): Markup {
  if (bases.length === 0) return html`Chưa có số liệu để so sánh`;
  return html`Đã phát hành: ${bases.map(
    ({ month, value }, at) =>
      html`${at > 0 ? '; ' : ''}${termInWords(month)}: <strong>${`${value} ${unitOfMeasure}`.trim()}</strong>`,
  )}`;
}

/** Asked only beside a figure: the style sheet folds it away when the state says that there is none, unless it was filled in. */
function beside(field: Markup, name: string, label: string): Markup {
  return html`<div class="beside-figure"><label for="${name}">${label}</label>
${field}</div>`;
}

type NumberField = Field & { least?: string | undefined };

const changeLabels: Record<HandedInChange, (term: Term) => string> = {
  'previous-month': term =>
    `Tăng, giảm so với ${spanInWords(term)} trước, nếu không có số liệu để tính (giảm ghi dấu trừ)`,
  'same-month-last-year': () => 'Tăng, giảm so với cùng kỳ năm trước, nếu không có số liệu để tính (giảm ghi dấu trừ)',
  'year-to-date': () => 'Lũy kế tăng, giảm so với cùng kỳ năm trước (giảm ghi dấu trừ)',
};
