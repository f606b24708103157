/// <reference lib="dom" />
import { buttonFor } from './button.ts';

/** Beside what was said of a task the month before, a button that copies it down to go on from. */
export function offerStartingPoints(changed: (field: Element) => void): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-start-for]')) {
    const field = document.getElementById(place.dataset.startFor ?? '');
    const text = place.querySelector('p')?.textContent ?? '';
    if (!(field instanceof HTMLTextAreaElement)) continue;
    const button = buttonFor('Chép xuống để sửa', () => {
      field.value = [field.value.trimEnd(), text].filter(Boolean).join('\n');
      field.focus();
      changed(field);
    });
    place.append(button);
  }
}
