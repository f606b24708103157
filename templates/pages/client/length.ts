/// <reference lib="dom" />

import { lengthOf } from '../../../shared/domain/text/length.ts';
import { writeNumeral } from '../../../shared/domain/text/numeral.ts';

/** From this share of what it may have on, a text is told how long it is. */
const near = 0.9;

/** Beside a text that nears what it may have, its length by the count the house goes by. Nothing is ever cut off. */
export function tellLength(form: HTMLFormElement): void {
  const tell = (field: Element | EventTarget | null) => {
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
    const most = Number(field.dataset.longest);
    if (most > 0) say(field, lengthOf(field.value), most);
  };
  for (const field of form.elements) tell(field);
  form.addEventListener('input', event => tell(event.target));
}

function say(field: HTMLElement, length: number, most: number): void {
  const said = document.getElementById(`${field.id}.length`);
  if (length <= most * near) {
    said?.remove();
    return;
  }
  const place = said ?? document.createElement('output');
  place.id = `${field.id}.length`;
  place.className = length > most ? 'length fault' : 'length';
  const count = `${writeNumeral(String(length))}/${writeNumeral(String(most))} ký tự`;
  place.textContent = length > most ? `${count}, quá dài; hãy rút gọn.` : count;
  if (!said) field.after(place);
}
