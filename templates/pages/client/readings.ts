/// <reference lib="dom" />

import { fillsIn, fillsOf } from '../../../shared/domain/collection/fills.ts';
import type { Reading } from '../../../shared/domain/letter/preview.ts';

/** At each number in the place of an indicator or a row, what it may have been meant as, each a button; none where it has one meaning. */
export function offerReadings(place: Element, readings: Reading[]): void {
  for (const field of place.querySelectorAll('input')) {
    const offered = readings.filter(reading => reading.field === field.name).map(({ text }) => text);
    const place = document.getElementById(`${field.name}.readings`);
    if ((place?.textContent ?? '') === offered.join('')) continue;
    place?.remove();
    if (offered.length > 0) field.after(readingButtons(field.name, offered));
  }
}

function readingButtons(field: string, offered: string[]): HTMLElement {
  const place = document.createElement('span');
  place.className = 'readings';
  place.id = `${field}.readings`;
  for (const text of offered) {
    const button = document.createElement('button');
    button.name = 'act';
    button.value = fillsOf([[field, text]]);
    button.className = 'secondary outline';
    button.textContent = text;
    place.append(button);
  }
  return place;
}

/** A button that fills fields does so on the page; what it was offered among is done with. */
export function fillAtAPress(form: HTMLFormElement): void {
  form.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const fills = button?.name === 'act' ? fillsIn(button.value) : [];
    if (fills.length === 0) return;
    event.preventDefault();
    button?.closest('[data-fills]')?.remove();
    const filled = fill(form, fills);
    // As if it were typed: a list attends to its own cells.
    for (const field of filled) field.dispatchEvent(new Event('input', { bubbles: true }));
    filled[0]?.focus();
  });
}

/** Fills fields by name; returns those that are there. */
export function fill(form: HTMLFormElement, texts: Iterable<readonly [field: string, text: string]>): HTMLElement[] {
  return [...texts].flatMap(([name, text]) => {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return [];
    field.value = text;
    return [field];
  });
}
