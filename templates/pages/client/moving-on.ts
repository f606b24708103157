/// <reference lib="dom" />

/** As in a sheet, Enter leads from a number to the next one; elsewhere from a line to the next field. It sends nothing. */
export function moveOnByEnter(form: HTMLFormElement): void {
  form.addEventListener('keydown', event => {
    const field = event.target;
    // A list has its own way (list.ts).
    if (event.defaultPrevented || event.key !== 'Enter' || event.isComposing || !(field instanceof HTMLInputElement))
      return;
    if (field.type === 'file') return;
    event.preventDefault();
    const after = [...form.elements].slice([...form.elements].indexOf(field) + 1).filter(canBeTypedInto);
    const next = isFigure(field) ? (after.find(isFigure) ?? after[0]) : after[0];
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  });
}

/** Where the style sheet lays figures out as a grid, the arrows go up and down its column of numbers. */
export function goThroughGrid(form: HTMLFormElement): void {
  form.addEventListener('keydown', event => {
    const field = event.target;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.isComposing || !(field instanceof HTMLInputElement) || !isFigure(field)) return;
    const row = field.closest('.figure');
    if (!row || getComputedStyle(row).display !== 'grid') return;
    event.preventDefault();
    const all = [...form.querySelectorAll<HTMLInputElement>('.figure .value > input')];
    const next = all[all.indexOf(field) + by];
    next?.focus();
    next?.select();
  });
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function canBeTypedInto(element: Element): element is Field {
  return (
    /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && element.getClientRects().length > 0 && element.id !== 'pasted'
  );
}

function isFigure({ name }: Field): boolean {
  return /^figures\..*\.value$/.test(name);
}
