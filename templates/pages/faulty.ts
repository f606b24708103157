import { html } from 'hono/html';
import type { Fault } from '../../shared/domain/problem.ts';
import type { Markup } from './frame.ts';

/** What marks a field that is wrong, and leads from it to what is said of it. */
export function marked(field: string, faults: Fault[]): Markup {
  return faults.some(fault => fault.field === field)
    ? html` aria-invalid="true" aria-describedby="fault-${field}"`
    : html``;
}

/** What is wrong with a field, to stand behind it. */
export function said(field: string, faults: Fault[]): Markup {
  const fault = faults.find(each => each.field === field);
  return fault ? html`<small id="fault-${field}" class="fault" role="alert">${fault.message}</small>` : html``;
}
