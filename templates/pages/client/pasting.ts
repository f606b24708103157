/// <reference lib="dom" />

import { rowsOf } from '../../../shared/domain/collection/cells.ts';
import { figuresPasted } from '../../../shared/domain/collection/pasted.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';

/** Several cells pasted into the field of one figure go to the figures they name; a single cell is typed text. */
export function spreadPasted(
  form: HTMLFormElement,
  indicators: Indicator[],
  changed: (fields: Element[]) => void,
): void {
  form.addEventListener('paste', event => {
    const field = event.target as HTMLInputElement;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/^figures\..*\.value$/.test(field.name) || !/[\t\n]/.test(text.trim())) return;
    const { values } = figuresPasted(rowsOf(text), indicators);
    if (values.size === 0) return;
    event.preventDefault();
    const filled: Element[] = [];
    for (const [code, value] of values) {
      const input = form.elements.namedItem(`figures.${code}.value`);
      if (!(input instanceof HTMLInputElement)) continue;
      input.value = value;
      filled.push(input);
    }
    changed(filled);
  });
}
