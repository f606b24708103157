import { html } from 'hono/html';
import {
  spanInWords,
  type Term,
  termAYearBefore,
  termBefore,
  termInWords,
} from '../../../shared/domain/calendar/term.ts';
import type { TypedFigure } from '../../../shared/domain/collection/answers.ts';
import { longest } from '../../../shared/domain/collection/longest.ts';
import { stateNames } from '../../../shared/domain/collection/names.ts';
import { restsOnTheTermBefore } from '../../../shared/domain/figures/comparing.ts';
import { type HandedInChange, handedInChanges } from '../../../shared/domain/figures/figure.ts';
import type { Previewed } from '../../../shared/domain/letter/preview.ts';
import type { Reckoned } from '../../../shared/domain/letter/reckoned.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { writeNumeral } from '../../../shared/domain/text/numeral.ts';
import type { Markup } from '../frame.ts';
import { choiceField, type FaultsByField, type Field, lineField, numberField } from './field.ts';

/** An indicator the unit owes or that is computed of such, and what it is compared with. */
export type AskedFigure = {
  indicator: Indicator;
  term: Term;
  bases: Base[];
  reckoned: Reckoned;
  /** Undefined of a computed one: nothing is typed in it. */
  asked: Asked | undefined;
};

/** What was typed so far, what is told of it, and the changes that may be handed in beside it. */
type Asked = { typed: TypedFigure | undefined; told: Previewed; changes: HandedInChange[] };

/** A figure of an earlier term, or the plan of the year, written the Vietnamese way. */
export type Base = { of: 'previous' | 'last-year' | 'plan'; name: string; value: string };

/** From so many on, figures are the rows of a grid where the screen is wide; else, and on a phone, each is a card. */
const fewestInGrid = 6;

/** The figures of a form. Cards and grid are the same fields, laid out by the style sheet (house.css). */
export function figuresFields(figures: AskedFigure[], faults: FaultsByField): Markup {
  const grid = figures.length >= fewestInGrid;
  const columns = columnsOf(figures);
  return html`<div class="figures${grid ? ` many${columns.map(({ of }) => ` has-${of}`).join('')}` : ''}">
${grid ? heads(columns) : ''}
${figures.map(figure => (figure.asked ? figureFields(figure, figure.asked, faults) : computedFigure(figure)))}
</div>`;
}

type Column = { of: Base['of'] | 'year'; name: string };

/** The columns of which some figure has something. */
function columnsOf(figures: AskedFigure[]): Column[] {
  const [{ term } = { term: '' }] = figures;
  const all: (Column & { has: (figure: AskedFigure) => boolean })[] = [
    { of: 'previous', name: term && termInWords(termBefore(term)), has: hasBase('previous') },
    { of: 'last-year', name: term && termInWords(termAYearBefore(term)), has: hasBase('last-year') },
    { of: 'plan', name: 'kế hoạch năm', has: hasBase('plan') },
    { of: 'year', name: 'lũy kế', has: ({ indicator }) => indicator.yearToDate !== undefined },
  ];
  return all.filter(({ has }) => figures.some(has));
}

function hasBase(of: Base['of']) {
  return ({ bases }: AskedFigure) => bases.some(base => base.of === of);
}

/** Every row says the same by itself to whoever hears the page. */
function heads(columns: Column[]): Markup {
  return html`<p class="heads" aria-hidden="true"><span class="name">Chỉ tiêu</span><span class="unit">Đơn vị tính</span>${columns.map(({ of, name }) => html`<span class="base ${of}">${name}</span>`)}<span class="typed-in">Số liệu</span><span class="state">Tình trạng</span></p>`;
}

function figureFields(
  { indicator, term, bases, reckoned }: AskedFigure,
  { typed, changes, told }: Asked,
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
  return html`<fieldset class="figure${indicator.partOf ? ' part' : ''}" id="${field}">
<legend>${indicator.name}</legend>
<div class="beside">
<div class="value"><label for="${field}.value"><span class="words">Số liệu${indicator.unitOfMeasure ? ', ' : ''}</span>${indicator.unitOfMeasure}</label>
${number({ name: `${field}.value`, value: typed?.value, faults, describedBy: `${field}.bases ${field}.understood`, least })}
<p class="bases" id="${field}.bases">${basesInWords(bases, indicator)}${yearSoFar(field, indicator, reckoned)}</p></div>
<div class="state"><label for="${field}.state">Tình trạng</label>
${choiceField({ name: `${field}.state`, chosen: typed?.state ?? 'reported', options: Object.entries(stateNames), faults })}</div>
</div>
<p class="told"><span id="${field}.understood">${faults.has(`${field}.value`) ? '' : told.understood}</span> <em id="${field}.sentence">${told.sentence}</em> <strong id="${field}.remark">${told.remark}</strong> <strong id="${field}.rule" data-rule></strong></p>
<details${further ? html` open` : ''}>
<summary>Giải trình<span class="words">, điều chỉnh, mức tăng giảm</span></summary>
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

/** What the house computes itself, told as it is typed. */
function computedFigure({ indicator, bases, reckoned }: AskedFigure): Markup {
  const field = `figures.${indicator.code}`;
  const { name, unitOfMeasure, partOf } = indicator;
  return html`<section class="figure computed${partOf ? ' part' : ''}" id="${field}" aria-label="${name}">
<p class="name">${name}</p>
<p class="unit">${unitOfMeasure}</p>
<p class="value"><span class="words">Hệ thống tính: </span><output id="${field}.value">${reckoned.value}</output><span class="words"> ${unitOfMeasure}</span></p>
<p class="bases">${basesInWords(bases, indicator)}${yearSoFar(field, indicator, reckoned)}</p>
</section>`;
}

function basesInWords(bases: Base[], { unitOfMeasure }: Indicator): Markup {
  if (bases.length === 0) return html`<span class="words">Chưa có số liệu để so sánh</span>`;
  const issued = bases.some(({ of }) => of !== 'plan');
  const measure = unitOfMeasure && html`<span class="words"> ${unitOfMeasure}</span>`;
  return html`${issued ? html`<span class="words">Đã phát hành: </span>` : ''}${bases.map(
    ({ of, name, value }, at) =>
      html`<span class="base ${of}"><span class="words">${at > 0 ? '; ' : ''}${name}: </span><strong>${value}${measure}</strong></span>`,
  )}`;
}

function yearSoFar(field: string, { yearToDate }: Indicator, reckoned: Reckoned): Markup {
  if (!yearToDate) return html``;
  return html`<span class="base year"${reckoned.yearToDate === '' ? html` hidden` : ''}><span class="words">; lũy kế: </span><output id="${field}.year">${reckoned.yearToDate}</output></span>`;
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
