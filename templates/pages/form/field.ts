import { html } from 'hono/html';
import { fillsOf } from '../../../shared/domain/collection/fills.ts';
import type { Fault } from '../../../shared/domain/problem.ts';
import type { Markup } from '../frame.ts';

/** The faults of a form by the field they are at. */
export type FaultsByField = Map<string, Fault[]>;

export type Field = {
  name: string;
  value: string | undefined;
  faults: FaultsByField;
  describedBy?: string | undefined;
  /** What a screen reader calls it, where no label does. */
  called?: string | undefined;
};

/**
 * `least`: the least number that is meant. Where that may be below nought, the keyboard is the whole one: the digits of an iPhone have no
 * minus. `readings`: what the number may have been meant as, each a button.
 */
export function numberField({
  least,
  readings = [],
  ...field
}: Field & { least?: string | undefined; readings?: string[] }): Markup {
  const offered = field.faults.get(field.name)?.flatMap(fault => fault.readings ?? []) ?? readings;
  return html`${input(field, least === undefined || least.startsWith('-') ? 'text' : 'decimal')}
${offered.length > 0 ? html`<span class="readings" id="${field.name}.readings">${offered.map(text => readingButton(field.name, text))}</span>` : ''}`;
}

function readingButton(field: string, text: string): Markup {
  return html`<button name="act" value="${fillsOf([[field, text]])}" class="secondary outline">${text}</button>`;
}

export function lineField(field: Field & { most: number }): Markup {
  return input(field, 'text');
}

/** With the keyboard of digits: a date needs no more of it, "31102025". */
export function dateField(field: Field): Markup {
  return input(field, 'numeric');
}

/** `most`: the characters it may have, which the script counts. No `maxlength`: browsers cut silently, and count otherwise. */
export function textField({ name, value, faults, describedBy, most }: Field & { most: number }): Markup {
  // The line break after the tag is not part of the text: without it a first empty line would be lost.
  return html`<textarea id="${name}" name="${name}" rows="5" data-longest="${most}"${described({ name, faults, describedBy })}>
${value ?? ''}</textarea>
${faultAt(name, faults)}`;
}

export type Choice = Omit<Field, 'value'> & { chosen: string; options: [string, string][] };

export function choiceField({ name, chosen, options, faults, called }: Choice): Markup {
  return html`<select id="${name}" name="${name}"${described({ name, faults, called })}>
${options.map(([value, label]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`)}
</select>
${faultAt(name, faults)}`;
}

function input(
  { name, value, faults, describedBy, called, most }: Field & { most?: number },
  mode: 'decimal' | 'numeric' | 'text',
): Markup {
  return html`<input id="${name}" name="${name}" value="${value ?? ''}" inputmode="${mode}" placeholder=" " autocomplete="off"${most ? html` data-longest="${most}"` : ''}${described({ name, faults, describedBy, called })}>
${faultAt(name, faults)}`;
}

function described({ name, faults, describedBy, called }: Omit<Field, 'value'>): Markup {
  const ids = [faults.has(name) ? `${name}.fault` : undefined, describedBy].filter(Boolean).join(' ');
  return html`${called ? html` aria-label="${called}"` : ''}${faults.has(name) ? html` aria-invalid="true"` : ''}${ids ? html` aria-describedby="${ids}"` : ''}`;
}

export function faultAt(name: string, faults: FaultsByField): Markup {
  const found = faults.get(name);
  return found ? html`<p class="fault" id="${name}.fault">${found.map(fault => fault.message).join(' ')}</p>` : html``;
}
