/// <reference lib="dom" />

/** A button that does something on the page itself, and sends nothing. */
export function buttonFor(act: string, does: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'secondary outline';
  button.textContent = act;
  button.addEventListener('click', does);
  return button;
}
